# La sala y su primera página.
room-alerts = Alertas sobre personas
alerts-about = Quién ha desaparecido, está en riesgo, se busca como testigo, o se busca por trata de personas o explotación sexual de menores. Nadie está aquí por cómo viaja.
alerts-off = Este registro está desactivado.
alerts-off-why = Ninguna decisión de la conferencia lo ha adoptado. No se puede registrar nada y no se muestra nada.
alerts-on = Adoptado por la decisión { $symbol } del { $day }. Cada Estado dice por sí mismo en qué categorías participa.
alerts-categories = Categorías
alerts-category = Categoría
alerts-states = Estados que participan
alerts-nobody = Ninguno todavía
alerts-own-state = Su Estado
alerts-own-in = Participa
alerts-own-out = No participa
alerts-history = Qué se activó o desactivó, y quién lo hizo
alerts-step-adopted = Se adoptó el registro: { $state }
alerts-step-repealed = Se puso fin al registro: { $state }
alerts-step-opted-in = { $state } participa
alerts-step-opted-out = { $state } ya no participa
alerts-done-adopted = El registro está activado. Ahora cada Estado dice por sí mismo en qué categorías participa.
alerts-done-repealed = El registro está desactivado. Ya no se muestra nada de él.
alerts-done-opted-in = Su Estado participa.
alerts-done-opted-out = Su Estado ya no participa. No se le muestra ni se guarda para él nada de esta categoría.

# Activar y desactivar.
alerts-adopt-title = Registrar la decisión que adopta el registro
alerts-adopt-consequence = Desde entonces, el administrador de cada país miembro puede decir que su Estado participa. Con esto no se guarda ninguna alerta.
alerts-adopt-act = Activar el registro
alerts-repeal-title = Registrar la decisión que pone fin al registro
alerts-repeal-consequence = Desde ese momento nadie ve ninguna alerta y ningún Estado participa. A los treinta días se destruye todo lo que decían las alertas. Si el registro se adopta de nuevo, cada Estado debe decir otra vez que participa.
alerts-repeal-act = Desactivar el registro
alerts-symbol = Signatura de la decisión
alerts-symbol-hint = Como se cita, por ejemplo RCM/VIII/2003/DEC/15. Este registro no puede ver las decisiones: verifique allí la signatura.
alerts-decided-on = Fecha de la decisión
alerts-opt-title = Participación en una categoría
alerts-opt-in-consequence = Los oficiales de su Estado podrán entonces registrar alertas de esta categoría y ver las de otros Estados que participan en ella. Se puede terminar en cualquier momento.
alerts-opt-in-act = Participar
alerts-opt-out-consequence = Desde ese momento no se muestra a su Estado nada de esta categoría. Tampoco se muestran las alertas de su Estado, ni a otros ni a sus propios oficiales. A los treinta días se destruye lo que decían.
alerts-opt-out-act = Dejar de participar
alerts-opt-basis = Base nacional
alerts-opt-basis-hint = La ley o decisión que permite a su Estado participar. La leen todas las personas que ven esta página.

# Categorías.
alerts-category-missing-child = Niña, niño o adolescente desaparecido
alerts-category-child-at-risk = Niña, niño o adolescente en riesgo de ser llevado al extranjero
alerts-category-missing-vulnerable = Persona desaparecida que no puede protegerse
alerts-category-vulnerable-at-risk = Persona adulta en riesgo de ser llevada al extranjero
alerts-category-locate-witness = Testigo
alerts-category-capture-trafficking = Buscado por un juez: trata de personas
alerts-category-capture-exploitation = Buscado por un juez: explotación sexual de menores
alerts-category-impediment-entry = Impedimento de entrada
alerts-category-impediment-exit = Impedimento de salida

# Qué está mal y qué se rechaza.
alerts-fault-symbol = Escriba la signatura de la decisión: mayúsculas y cifras en partes separadas por /.
alerts-fault-decided-missing = Diga en qué fecha se decidió.
alerts-fault-decided-later = La fecha de la decisión no puede estar en el futuro.
alerts-fault-basis = Nombre la ley o decisión, en { $most } caracteres como máximo.
alerts-refused-adopted = El registro ya está activado.
alerts-refused-off = El registro está desactivado: ninguna decisión de la conferencia lo ha adoptado.
alerts-refused-opted-in = Su Estado ya participa en esta categoría.
alerts-refused-opted-out = Su Estado no participa en esta categoría.

# Qué pide una alerta y con qué base.
alerts-action-protect = Llevar a la persona con quienes la protegen
alerts-action-locate = Informar dónde se encontró a la persona
alerts-action-prevent-exit = No permitir que la persona salga del país
alerts-action-refuse-entry = No permitir que la persona entre al país
alerts-action-detain = Detener a la persona, si lo ordena una orden de su propio Estado
alerts-action-ask-owner = Consultar al Estado que emitió la alerta, y nada más
alerts-offence-trafficking = Trata de personas
alerts-offence-exploitation = Explotación sexual de menores
alerts-basis-judicial = Un juez
alerts-basis-national = Otra autoridad facultada por la ley nacional
alerts-sex-female = Femenino
alerts-sex-male = Masculino
alerts-sex-other = X
alerts-sex-unknown = No se sabe
alerts-standing-draft = Borrador
alerts-standing-proposed = Espera a una segunda persona
alerts-standing-active = Vigente
alerts-standing-withdrawn = Retirada
alerts-ending-achieved = Se encontró a la persona o se cumplió la orden
alerts-ending-mistaken = Dice algo equivocado o nombra a otra persona
alerts-ending-lifted = La decisión en que se basaba ya no rige
alerts-ending-excessive = Pide más de lo que el caso justifica
