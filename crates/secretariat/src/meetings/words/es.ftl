# La sala de las reuniones.
house-secretariat-entries = Asientos en el diario de la secretaría

room-meetings = Reuniones
meetings-list = Reuniones
meetings-list-about = Las reuniones de la conferencia y de sus órganos, primero la más reciente.
meetings-list-caption = Reuniones
meetings-list-empty = Todavía no se ha ingresado ninguna reunión.
meetings-back = Todas las reuniones

meetings-meeting = Reunión
meetings-symbol = Signatura
meetings-title = Título
meetings-standing = Situación
meetings-standing-planned = convocada
meetings-standing-moved = reprogramada
meetings-standing-held = celebrada
meetings-standing-cancelled = cancelada
meetings-when = Días
meetings-days = del { $first } al { $last }
meetings-planned-for = Convocada al inicio para
meetings-place = Ciudad
meetings-host = País anfitrión
meetings-zone = Zona horaria del lugar
meetings-series = Órgano
meetings-numbered = { $series }, número { $number }
meetings-parent = Forma parte de
meetings-parent-none = ninguna otra reunión
meetings-members-only = Quién la ve
meetings-members-only-yes = solo los países miembros y la secretaría
meetings-members-only-no = países miembros y observadores
meetings-children = Reuniones que forman parte de esta
meetings-history = Lo que quedó registrado
meetings-minutes = Acta de esta reunión
meetings-done-planned = La reunión quedó ingresada.
meetings-done-changed = El cambio quedó ingresado. Lo previsto sigue registrado.

meetings-plan = Ingresar una reunión
meetings-plan-about = Lo que usted ingrese queda registrado. Si la reunión se reprograma, usted lo indica, y los primeros días siguen a la vista.
meetings-plan-send = Ingresar la reunión
meetings-symbol-hint = Mayúsculas y cifras en partes, como en RCM/VIII.
meetings-series-hint = Nombre corto del órgano cuyas reuniones se cuentan, como RCM.
meetings-number = Cuál de sus reuniones
meetings-title-en = Título en inglés
meetings-title-es = Título en español
meetings-parent-hint = La signatura de la reunión durante la cual sesiona.
meetings-first-on = Primer día
meetings-last-on = Último día
meetings-zone-hint = Por su nombre, como America/Panama.

meetings-change = Ingresar qué pasó con ella
meetings-change-about = Los días para los que se convocó al inicio no se sobrescriben.
meetings-became = Qué pasó
meetings-note = Por qué
meetings-change-send = Ingresar el cambio

meetings-fault-symbol = Escriba mayúsculas y cifras en partes, como en RCM/VIII.
meetings-fault-symbol-known = Otra reunión ya tiene esta signatura.
meetings-fault-series = Escriba hasta 12 mayúsculas y cifras, como RCM.
meetings-fault-number = Escriba un número de 1 a 9999.
meetings-fault-number-known = Este órgano ya tiene una reunión con ese número.
meetings-fault-title-en-missing = Escriba el título en inglés.
meetings-fault-title-es-missing = Escriba el título en español.
meetings-fault-place-missing = Escriba la ciudad.
meetings-fault-text = Escriba como máximo 200 caracteres que se puedan imprimir.
meetings-fault-parent-unknown = Ninguna reunión tiene esta signatura. Ingrese primero aquella.
meetings-fault-host = Elija un país miembro.
meetings-fault-first-on-missing = Indique el primer día.
meetings-fault-last-on-missing = Indique el último día.
meetings-fault-day = Escriba un día del calendario, como 2003-05-30.
meetings-fault-order = El último día es anterior al primero.
meetings-fault-length = Una reunión dura como máximo 60 días.
meetings-fault-zone = Escriba el nombre de una zona horaria, como America/Panama.
meetings-fault-standing = Elija qué pasó con ella.
meetings-fault-not-over = Ese día todavía no llega. Una reunión se celebró cuando llegó su último día.
meetings-fault-over = Esta reunión ya se celebró o se canceló; ya no puede cambiar.
meetings-fault-after = La lista no puede seguir desde ahí.
meetings-slip = { $days ->
        [one] un día después de lo previsto
       *[other] { $days } días después de lo previsto
    }
meetings-forward = { $days ->
        [one] un día antes de lo previsto
       *[other] { $days } días antes de lo previsto
    }

meetings-correct = Corregir lo mal escrito
meetings-correct-about = Corrija una reunión mal escrita mientras nada dependa de ella. Lo escrito antes sigue registrado. Si la reunión se reprogramó, ingrese en cambio qué pasó con ella: una corrección no es un retraso.
meetings-correct-note = Qué se escribió mal
meetings-correct-send = Ingresar la corrección
meetings-corrected = corregida
meetings-was = Antes
meetings-done-corrected = La corrección quedó ingresada. Lo escrito antes sigue registrado.
meetings-fault-note-missing = Indique qué se escribió mal.
meetings-fault-not-planned = Esta reunión se reprogramó, se celebró o se canceló. Ingrese en cambio qué pasó con ella.
meetings-fault-hangs = Algo depende ya de esta reunión: una reunión que forma parte de ella, un documento, una decisión, un invitado o una delegación, su agenda, su acta. Ya no se puede corregir.
