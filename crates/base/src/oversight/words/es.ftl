# Lo que se comunica a quienes supervisan la licitud.
room-oversight = Avisos
oversight-title = Avisos
oversight-lead = Actos que parecían un intento de llevarse un registro. Por lo general quien los hizo quedó bloqueado, y puede tener buenas razones: pregunte primero.
oversight-list = Avisos, primero los que siguen sin cerrar
oversight-none = No hay ningún aviso.
oversight-concern = Un aviso
oversight-kind = Qué se vio
oversight-standing = Situación
oversight-party = Estado u organización
oversight-post = Puesto
oversight-counted = Actos contados
oversight-raised = Cuándo
oversight-person = A quién se bloqueó
oversight-person-none = No se bloqueó a nadie.
oversight-person-theirs = Lo sabe la supervisión de ese Estado. Pregunte allí.
oversight-via = Cómo se hizo
oversight-via-page = En una página
oversight-via-api = Con un programa
oversight-via-command = Con una orden
oversight-open = Abierto
oversight-acknowledged = Visto
oversight-closed = Cerrado
oversight-back = Volver a los avisos
oversight-kept = Un aviso se olvida { $days } días después de darse.
oversight-waiting = { $count ->
    [0] No hay avisos sin cerrar.
    [one] Hay un aviso sin cerrar.
   *[other] Hay { $count } avisos sin cerrar.
 }
oversight-stopped-until = La persona no puede seguir hasta el
oversight-stopped-was = La persona no pudo seguir hasta el
oversight-lifted = La segunda línea dejó seguir a la persona:
oversight-lifted-already = Alguien ya levantó este bloqueo.
oversight-settled-already = Alguien ya lo dijo. Abra el aviso de nuevo.
oversight-ask = Antes de juzgar, pregunte a la persona y a su puesto qué pasó. Un grupo con documentos expedidos juntos se ve igual.
oversight-acknowledge = Lo he visto y me ocupo
oversight-acknowledged-by = { $name } lo ha visto y se ocupa:
oversight-closed-by = Lo cerró { $name }:
oversight-close = Cerrar el aviso
oversight-close-lead = Diga qué fue. No se puede volver a abrir.
oversight-note = Qué fue
oversight-note-hint = Sin nombres y sin números de documentos. Como máximo 500 caracteres.
oversight-note-missing = Diga en una frase qué fue.
oversight-note-form = Use como máximo 500 caracteres corrientes.
concern-kind-unwatched = El servidor no vigila a nadie
concern-kind-unwatched-what = Se inició con la opción que solo sirve para medir. Pregunte al operador por qué.
concern-kind-gap = El registro no se sostiene
concern-kind-gap-what = Una verificación encontró que un diario o el registro de accesos no es lo que se escribió. Lo que pondría en vigor algo más sobre personas está detenido. Lea en la página Operación qué fue, pregunte al operador y deje allí constancia de lo ocurrido.
concerns-page-form = La página es un número entero, desde 1.
