room-status = Estado de documentos

# Lo que un Estado puede decir de un documento.
status-kind-lost = Extraviado
status-kind-lost-about = Su titular ya no lo tiene y no sabe dónde está.
status-kind-stolen = Robado
status-kind-stolen-about = Sustraído a su titular.
status-kind-stolen-blank = Robado en blanco
status-kind-stolen-blank-about = Sustraído antes de expedirse a nombre de alguien.
status-kind-revoked = Revocado
status-kind-revoked-about = Cancelado por la autoridad que lo expidió.
status-kind-invalid = Inválido
status-kind-invalid-about = No debe aceptarse por otra razón, como un defecto de fabricación.

status-reason-none = No se indica
status-reason-holder-report = Aviso del titular
status-reason-police-report = Aviso de la policía
status-reason-theft-from-authority = Robo a la autoridad o durante el transporte
status-reason-administrative = Reemplazado o cancelado en el curso ordinario
status-reason-court-order = Orden judicial
status-reason-obtained-by-fraud = Expedido con base en datos falsos
status-reason-holder-deceased = Fallecimiento del titular
status-reason-production-fault = Defecto de fabricación

status-withdrawal-found-again = El documento volvió a su titular o a su autoridad
status-withdrawal-entered-in-error = Nunca debió registrarse

# De qué consta una anotación.
status-kind = Clase de documento
status-subject = Documentos
status-subject-one = Un número
status-subject-number = Un número, guardado solo como huella con clave
status-subject-range = { $first } a { $last }
status-number = Número de documento
status-number-hint = Como está impreso. Los espacios y guiones no cuentan.
status-first = Primer número
status-first-hint = El primer documento en blanco que falta.
status-last = Último número
status-last-hint = El último documento en blanco que falta. Tiene las mismas letras y la misma cantidad de dígitos que el primero.
status-pattern = Patrón
status-pattern-hint = # vale por cualquier dígito, @ por cualquier letra, todo otro carácter por sí mismo. Por ejemplo: K9#######.
status-status = Estado
status-reference = Referencia
status-reference-hint = Su propia marca de expediente, de 40 caracteres como máximo. Otros Estados la citan cuando le llaman. No escriba un nombre ni el número del documento.
status-reason = Motivo
status-expires-on = Válido hasta
status-expires-on-hint = El último día de validez del documento. Déjelo vacío si no se conoce: la anotación termina entonces a los diez años.
status-reported-on = Reportado

# La lista.
status-list = Estado de los documentos de mi país
status-list-about = Lo que su Estado dice de los documentos que expidió. Solo su Estado ve esta lista; los oficiales de todos los Estados ven una anotación cuando consultan el documento.
status-list-caption = { $count ->
    [one] Una anotación
   *[other] { $count } anotaciones
 }
status-list-caption-more = Más de { $count } anotaciones
status-list-empty = Su Estado no tiene ninguna anotación así.
status-any-status = Cualquier estado
status-any-kind = Cualquier clase
status-filter = Mostrar
status-done-withdrawn = La anotación fue retirada. Ya no se responde a nadie.
status-export-about = Obtenga una copia de todas las anotaciones de su Estado, sin los números:
status-export-csv = CSV
status-export-jsonl = JSON Lines

# Reportar.
status-report-number = Reportar un documento
status-report-number-about = Reporte solo documentos que su Estado expidió. Los oficiales de todos los Estados lo ven en su próxima consulta.
status-report-range = Reportar un rango de documentos en blanco
status-report-range-about = Documentos en blanco, por su primer y último número. Ambos pertenecen al rango.
status-report-pattern = Reportar un patrón
status-report-pattern-about = Todos los números de una misma forma, por ejemplo una serie que nunca se expidió.
status-go-on = Continuar
status-confirm = Verifique antes de reportar
status-confirm-consequence = Desde ahora toda consulta de este documento, en todos los Estados, lo mostrará. Puede corregirlo o retirarlo en cualquier momento.
status-number-forgotten = El número no se guarda. Después solo queda su huella con clave: su referencia es lo que lleva de vuelta a su expediente.
status-report-send = Reportar
status-report-edit = Cambiar algo

# Una anotación.
status-entry = Anotación
status-entry-title = Anotación { $reference }
status-done-reported = Reportado. Los oficiales de todos los Estados lo ven desde ahora.
status-done-corrected = Corregido.
status-history = Historia
status-history-reported = Reportado
status-history-corrected = Última corrección
status-history-expires = Termina con este día
status-correct = Corregir
status-correct-about = La clase y el número no pueden corregirse: retire esta anotación y reporte de nuevo.
status-correct-send = Corregir
status-withdraw = Retirar
status-withdraw-consequence = La anotación desaparece de inmediato y no puede restablecerse. Las consultas del documento ya no la mostrarán.
status-withdrawal-reason = ¿Por qué?
status-withdraw-send = Retirar
status-back = Todas las anotaciones de mi Estado

# Buscar.
status-find = Buscar un número
status-find-about = Busca lo que su propio Estado dice de un documento. El número no se guarda.
status-find-send = Buscar
status-find-caption = { $count ->
    [one] Una anotación sobre este número
   *[other] { $count } anotaciones sobre este número
 }
status-find-empty = Su Estado no tiene ninguna anotación sobre este número.
status-import-under-way = Una importación de su Estado está en curso. Envíe este reporte otra vez cuando haya terminado.

# Lo que puede estar mal.
status-fault-kind-missing = Indique qué clase de documento es.
status-fault-kind-unknown = Esta clase de documento no está en la lista.
status-fault-subject-missing = Indique cuáles documentos: un número, un primer y un último número, o un patrón.
status-fault-subject-several = Indíquelo de una sola manera: un número, un primer y un último número, o un patrón.
status-fault-number-character = Use solo letras de la A a la Z y dígitos. Revise el carácter { $column }.
status-fault-number-too-long = Un número tiene { $limit } caracteres como máximo.
status-fault-number-known = Su Estado ya tiene una anotación de este número, con la referencia { $reference }. Corrija esa.
status-fault-range-incomplete = Un rango necesita un primer y un último número.
status-fault-range-form = El último número debe tener las mismas letras y la misma cantidad de dígitos que el primero, y ambos deben terminar en dígitos.
status-fault-range-order = El último número es anterior al primero.
status-fault-range-single = Esto es un solo número. Repórtelo como número, para que se guarde solo como huella con clave.
status-fault-range-overlaps = El rango comparte números con la anotación { $reference } de su Estado. Reporte solo la parte nueva, o corrija esa anotación.
status-fault-pattern-character = Use solo letras, dígitos, # y @. Revise el carácter { $column }.
status-fault-pattern-too-long = Un patrón tiene { $limit } caracteres como máximo.
status-fault-pattern-too-wide = Este patrón abarca demasiados documentos. Al menos dos caracteres deben valer por sí mismos.
status-fault-pattern-single = Esto es un solo número. Repórtelo como número, para que se guarde solo como huella con clave.
status-fault-pattern-known = Su Estado ya tiene una anotación de este patrón, con la referencia { $reference }. Corrija esa.
status-fault-status-missing = Indique qué pasó con el documento.
status-fault-status-unknown = Este estado no está en la lista.
status-fault-expires-on-form = Escriba el día como año-mes-día, por ejemplo 2031-03-01.
status-fault-expires-on-impossible = Ese día no existe.
status-fault-expires-on-over = Ese día ya pasó: el documento dejó de ser válido por sí mismo.
status-fault-expires-on-too-far = El día está a más de { $years } años. Si la validez no tiene fin o no se conoce, déjelo vacío: la anotación termina entonces a los { $default } años.
status-fault-reference-missing = Indique su propia referencia.
status-fault-reference-too-long = Una referencia tiene { $limit } caracteres como máximo.
status-fault-reference-character = La referencia tiene un carácter que no puede imprimirse. Revise el carácter { $column }.
status-fault-reference-number = La referencia contiene el número del documento, que se guarda solo como huella con clave. Dé una referencia de su propio expediente.
status-fault-reason-unknown = Este motivo no está en la lista.
status-fault-withdrawal-unknown = Indique por qué se retira.
status-fault-after-unknown = La lista no puede continuar desde ahí. Use el valor de «next» de la página anterior.
status-fault-format-unknown = No existe ese formato. Use csv o jsonl.
