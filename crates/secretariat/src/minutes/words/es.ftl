# La sala de las actas.
minutes-title = Acta
minutes-of = Acta de { $meeting }
minutes-back = Volver a la reunión
minutes-all = Toda esta acta
minutes-draft = borrador
minutes-adopted = aprobada
minutes-adopted-on = el { $day }
minutes-who = Quién puede leerla
minutes-who-members = Leen esta acta los países miembros y la secretaría.
minutes-who-observers = Leen esta acta los países miembros, los observadores y la secretaría.
minutes-missing = Todavía no hay acta en { $language }.
minutes-write = Escribirla en { $language }
minutes-write-on = Seguir escribiendo en { $language }
minutes-revision = Revisión
minutes-revision-of = revisión { $revision }
minutes-revisions = { $count ->
        [one] Una revisión
       *[other] { $count } revisiones
    }
minutes-revisions-about = Todas las revisiones, primero la última
minutes-when = Registrada
minutes-against = Qué cambió desde la revisión { $revision }
minutes-against-about = Lo que se quitó está tachado; lo que se añadió está subrayado.
minutes-first = Esta es la primera revisión en este idioma.
minutes-added = Añadido:
minutes-removed = Quitado:
minutes-done-written = La revisión quedó guardada. Las anteriores se conservan.
minutes-done-adopted = El acta quedó aprobada. Ya nada de ella cambia.
minutes-waiting-missing = todavía sin acta
minutes-waiting-draft = acta por aprobar

minutes-write-title = Escribir el acta
minutes-write-about = Usted guarda una revisión nueva. Las anteriores se conservan. Si otra persona guarda mientras tanto, usted ve los dos textos y no pierde nada de lo que escribió.
minutes-text = Acta en { $language }
minutes-text-hint = Cada línea es un párrafo. Escriba lo que dijo un país o un cargo, y ningún nombre de persona.
minutes-note = Qué cambió usted
minutes-write-send = Guardar la revisión
minutes-merge = Otra persona guardó una revisión mientras tanto
minutes-merge-about = Su texto todavía no está guardado, y está completo aquí. Incluya en él lo que quiera conservar del otro y guárdelo de nuevo.
minutes-theirs = Lo que está ahora: revisión { $revision }
minutes-theirs-about = Está marcado lo que cambió desde el texto con el que usted empezó.
minutes-yours = Su texto
minutes-same = Su texto y el otro dicen lo mismo. No hay nada que guardar.
minutes-not-kept = Su texto no quedó guardado. Está completo aquí: cópielo antes de salir de esta página.

minutes-adopt = Registrar la aprobación
minutes-adopt-about = Estas revisiones pasan a ser el acta aprobada. Después nadie puede cambiarla, tampoco la secretaría.
minutes-adopted-day = Día de la aprobación
minutes-adopt-send = Ingresar la aprobación

minutes-fault-blank = Escriba el texto del acta.
minutes-fault-text = Escriba como máximo 30 000 caracteres que se puedan imprimir. Un texto más largo se archiva como documento.
minutes-fault-note = Escriba como máximo 200 caracteres que se puedan imprimir.
minutes-fault-based-on = No existe esa revisión para empezar.
minutes-fault-unchanged = El texto dice lo que ya está. No hay nada que guardar.
minutes-fault-overtaken = Otra persona guardó una revisión mientras tanto. Junte los dos textos y envíe el resultado con la revisión que está ahora.
minutes-fault-adopted = Esta acta está aprobada. Ya nada de ella cambia.
minutes-fault-cancelled = Esta reunión se canceló; no tiene acta.
minutes-fault-revisions = Este texto tiene 300 revisiones y no caben más.
minutes-fault-day-missing = Indique el día de la aprobación.
minutes-fault-day = Escriba un día del calendario, como 2003-12-02.
minutes-fault-day-range = Indique un día entre el último de la reunión y hoy.
minutes-fault-none = No hay ningún texto que aprobar.
minutes-fault-seen = Alguien cambió el acta después. Mire lo que está ahora e ingréselo de nuevo.
