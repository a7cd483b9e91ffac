# La evaluación del impacto en la protección de datos.
room-assessment = Evaluación de protección de datos
assessment-title = Evaluación del impacto en la protección de datos
assessment-of = { $process }, versión { $release }, tal como estaba el { $at }
assessment-about = Nadie escribe este documento. El programa lo hace con la lista de todo lo que guarda, con las reglas que sus pruebas comprueban y con lo que está configurado y vigente en este momento. Sigue los trece principios de protección de datos de la Organización Internacional para las Migraciones. Lo que ningún programa puede saber está al final de cada principio, para que lo respondan personas.
assessment-classes = K0 es público, K1 es para los miembros de la conferencia, K2 se refiere a una persona, K3 se refiere a una persona protegida.
assessment-held = Lo que guarda el programa
assessment-rules = Lo que lo hace cumplir
assessment-configured = Lo que está configurado aquí
assessment-open = Lo que deben responder personas
assessment-untested = aquí todavía nada lo comprueba
assessment-no-columns = Bajo este principio no se indica ninguna columna.
assessment-caption = Columnas, quién puede llegar a leerlas y cuánto tiempo se guardan
assessment-head-place = Tabla
assessment-head-columns = Columnas
assessment-head-class = Clase
assessment-head-readers = Quién puede llegar a leerlas
assessment-head-personal = Sobre una persona
assessment-head-kept = Se guarda
assessment-personal = sí
assessment-not-personal = no
assessment-kept-with-record = tanto como su registro
assessment-kept-days = { $days ->
    [one] { $days } día
   *[other] { $days } días
}
assessment-fault-language = Existen en, es y fr.
assessment-fault-format = Existen json, markdown y html.

# Los principios, qué columnas se indican en cada uno y qué deben responder personas.
assessment-collection = Recopilación lícita y leal
assessment-collection-columns = Columnas sobre una persona que no se indican bajo otro principio.
assessment-collection-law = ¿En qué ley o decisión basa cada Estado participante cada categoría, y quién ha confirmado que permite este uso?
assessment-collection-told = ¿Cómo se informa a las personas, en un idioma que entienden, qué se guarda de ellas y quién lo guarda?
assessment-purpose = Fin específico y legítimo
assessment-purpose-need = Para cada categoría en la que participa un Estado: ¿por qué no bastarían medios menos severos?
assessment-purpose-use = ¿Quién cuida que lo que los oficiales conocen aquí no se use en la frontera para otro fin?
assessment-quality = Calidad de los datos
assessment-quality-source = ¿De qué fuentes toman nombres y nacimientos quienes escriben una alerta, y cómo se comprueban?
assessment-quality-errors = ¿Con qué frecuencia se toma a alguien por otra persona, y a partir de qué proporción un Estado ya no seguiría?
assessment-consent = Consentimiento
assessment-consent-free = ¿Podría negarse sin perjuicio la persona a quien se pide una constancia, y cómo se lo dice el oficial?
assessment-consent-child = ¿Quién decide por un niño o una niña, y cómo se le escucha?
assessment-transfer = Transferencia a terceros
assessment-transfer-columns = Columnas que pueden llegar a leer personas de otros Estados, de organizaciones o con sesión iniciada.
assessment-transfer-agreement = ¿Qué acuerdo entre los Estados cubre lo que uno muestra a otro, y protege cada uno los datos tan bien como los demás?
assessment-transfer-onward = ¿A quién transmiten las autoridades nacionales lo que leen aquí, y según qué regla?
assessment-confidentiality = Confidencialidad
assessment-confidentiality-columns = Columnas sobre personas protegidas, y lo que solo lee la oficina de una alerta.
assessment-confidentiality-paper = ¿Quién ve las pantallas, las páginas impresas y las copias en cada puesto?
assessment-access = Acceso y transparencia
assessment-access-columns = Columnas que solo lee la propia persona, y las de los casos de quienes preguntan qué se guarda de ellas.
assessment-access-known = ¿Dónde se entera una persona de que puede preguntar, sin costo y en cada Estado miembro?
assessment-access-help = ¿Quién ayuda a quien no sabe leer, no tiene dirección o teme preguntar?
assessment-security = Seguridad de los datos
assessment-security-columns = Columnas que nadie lee: secretos, resúmenes y lo que solo necesita el programa.
assessment-security-keys = ¿Quién guarda las claves y los respaldos, dónde, y quién más puede entrar allí?
assessment-security-breach = ¿A quién se avisa, y en qué plazo, cuando se pierden datos o los lee quien no debía?
assessment-retention = Conservación
assessment-retention-columns = Columnas que se guardan un número de días.
assessment-retention-days = ¿Es cada uno de estos plazos el más corto que permite el fin, y quién lo decidió?
assessment-retention-copies = ¿Cuánto tiempo se guardan los respaldos, y qué se destruye en ellos?
assessment-application = Aplicación de los principios
assessment-application-columns = Columnas que cualquiera puede leer.
assessment-application-paper = ¿Valen los mismos principios para el papel y para los sistemas nacionales que reciben datos de aquí?
assessment-ownership = Propiedad de los datos
assessment-ownership-columns = Columnas que se leen en el Estado u organización que las escribió, y que no se refieren a nadie.
assessment-ownership-end = ¿Qué pasa con los datos de un Estado cuando deja la conferencia o se traslada la secretaría?
assessment-oversight = Supervisión, cumplimiento y recursos internos
assessment-oversight-columns = El registro de accesos, y lo que leen quienes supervisan y quienes operan la máquina.
assessment-oversight-body = ¿Qué autoridad de cada Estado supervisa a sus oficiales, y es independiente de ellos?
assessment-oversight-remedy = ¿Ante qué tribunal u órgano puede una persona impugnar lo que decidió el panel?
assessment-exceptions = Excepciones
assessment-exceptions-law = ¿Qué excepciones permite la ley nacional, quién las decide y dónde se dejan por escrito?

# Lo configurado.
assessment-register-off = El registro de alertas sobre personas está apagado: ninguna decisión lo ha adoptado.
assessment-register-on = El registro de alertas sobre personas fue adoptado por { $symbol } del { $day }.
assessment-no-part = Ningún Estado participa en ninguna categoría.
assessment-part = { $category }: { $state }, desde { $since }, con fundamento en: { $basis }
assessment-two-people = Una segunda persona del mismo Estado pone cada alerta en vigor y la mantiene en vigor; esto no se puede configurar.
assessment-members = { $count } miembros: { $names }
assessment-observers = { $count } observadores, que leen cifras y ningún registro de nadie: { $names }
assessment-secretariat = La secretaría, que no lee ningún registro de personas: { $names }
assessment-role = { $role }: { $purposes }
assessment-passkey-roles = Funciones que no hacen nada sin llave de acceso: { $roles }
assessment-policies = Las políticas vigentes tienen el resumen { $version }; la carpeta guarda su texto con ese nombre.
assessment-rate = Peticiones de la clase «{ $class }», de una persona en un minuto: { $most } como máximo
assessment-budget = { $name }: { $most } como máximo
assessment-profile = El proceso es { $process }; lo que ha acordado en cifras:
assessment-agreed = { $name } = { $value }
assessment-owner = { $state } es titular de sus alertas en { $count ->
    [one] { $count } categoría
   *[other] { $count } categorías
}
assessment-nobody-owns = Ningún Estado tiene alertas.
assessment-no-exception = Ningún derecho crece por insistir: lo que las políticas niegan se niega a todos.
assessment-term-accusing = Una alerta que acusa dura { $count } años como máximo
assessment-term-decided = Si una decisión nacional dura más, { $count } años como máximo
assessment-term-protective = Cualquier otra alerta dura { $count ->
    [one] { $count } año
   *[other] { $count } años
} como máximo
assessment-term-notice = A sus oficiales se les recuerda { $count } meses antes de que termine
assessment-term-draft = Un borrador espera { $count } días a una segunda persona
assessment-term-ended = Lo que decía una alerta terminada se destruye después de { $count } días
assessment-term-cleared = La constancia de quien fue tomado por otra persona se guarda { $count } días
assessment-term-answer = A quien pregunta qué se guarda de su persona se le responde en { $count ->
    [one] { $count } día
   *[other] { $count } días
}
assessment-term-case = Un caso cerrado se guarda { $count } días
assessment-term-looks = Quién consultó qué y cuándo exactamente se guarda { $count } días
assessment-term-long-looks = De las consultas de alertas y las búsquedas de personas, { $count } días
assessment-term-concerns = Una inquietud de la supervisión se guarda { $count } días

# Quién puede llegar a leer una columna.
assessment-readers-anyone = cualquiera
assessment-readers-signed-in = quien haya iniciado sesión
assessment-readers-members = personas de Estados miembros, en las funciones que nombra una política
assessment-readers-examiners = peritos en documentos de Estados miembros
assessment-readers-delegations = delegaciones y la coordinación
assessment-readers-drafters = delegados de los Estados miembros y de los observadores admitidos al proyecto, y la coordinación
assessment-readers-evaluators = delegados de los Estados evaluadores, y la coordinación; de una respuesta, su propia delegación; vencido el plazo de todos, los miembros, y los observadores si se les admitió
assessment-readers-nominators = delegados del Estado miembro que propone a alguien, y la coordinación
assessment-readers-both-oversights = quienes supervisan la legalidad en el Estado del oficial y en el Estado de la alerta
assessment-readers-own-state = personas del Estado al que pertenece
assessment-readers-redress-desk = oficiales de derechos de las personas donde se presentó; el panel, una vez ante él
assessment-readers-redress-officer = oficiales de derechos de las personas donde se presentó
assessment-readers-redress-panel = integrantes del panel de recursos
assessment-readers-alert-desk = del Estado de la alerta: protección de la niñez si se trata de un niño o una niña; si no, oficiales de alertas
assessment-readers-own-administrator = la administración del Estado u organización para la que trabaja la persona
assessment-readers-self = solo la propia persona
assessment-readers-keepers = operadores de la secretaría y quienes supervisan la legalidad
assessment-readers-nobody = nadie: solo el programa

# Las reglas.
assessment-g-01 = Las categorías y acciones son una lista cerrada; todo lo demás se rechaza.
assessment-g-02 = A quien está protegido no se le acusa ni se le recibe como sospechoso.
assessment-g-03 = A quien podría ser menor de edad se le trata como tal.
assessment-g-04 = No se acusa a nadie sin decisión nacional, ni se pide la captura de nadie sin juez.
assessment-g-05 = El registro está apagado hasta que una decisión lo adopta y un Estado acepta, categoría por categoría; sin eso nada se guarda ni se muestra.
assessment-g-06 = Sin apellido, nacimiento, motivo, acción y autoridad no se escribe nada.
assessment-g-07 = No hay campo para origen, fe, salud ni situación migratoria, y el texto libre se revisa.
assessment-g-08 = Una segunda persona juzga si una alerta es proporcionada, al comienzo y en cada prórroga.
assessment-g-09 = Los rasgos físicos se guardan solo si son estrictamente necesarios para identificar a alguien, y quedan sellados.
assessment-g-10 = Un Estado tiene una sola alerta sobre una persona.
assessment-g-11 = Las alertas de dos Estados sobre una persona que no concuerdan no se muestran ambas hasta que los Estados se hayan hablado.
assessment-g-12 = Solo cambia una alerta el Estado que la escribió; los demás proponen.
assessment-g-13 = Una alerta termina por sí misma en su día.
assessment-g-14 = La alerta sobre un niño o una niña termina con la minoría de edad.
assessment-g-15 = Una alerta cuyo fin se logró termina a los quince días, y lo que decía una alerta terminada se destruye.
assessment-g-16 = Quién consultó, cuándo, dónde y con qué fin queda en un registro aparte, guardado lo que exige la legalidad, sin modo de buscar a un viajero.
assessment-g-17 = Una búsqueda deja un compromiso al azar y ningún nombre.
assessment-g-18 = Un nombre nunca es un acierto: lo pedido se abre después de que dos personas han corroborado la identidad.
assessment-g-19 = El motivo no está en ninguna parte sino donde se abre, y el de un niño o una niña solo para protección de la niñez.
assessment-g-20 = A quien fue tomado por otra persona se le da constancia con su consentimiento, y una alerta que lo causa a menudo se juzga de nuevo.
assessment-g-21 = Ningún programa decide: cada resultado tiene un oficial.
assessment-g-22 = El Estado de la alerta lo sabe enseguida y responde dentro de un plazo; lo leen ambos Estados y nadie más.
assessment-g-23 = A quien pide protección se le protege pida lo que pida una alerta, y al Estado del que puede huir no se le dice nada.
assessment-g-24 = Un Estado puede decir que sus oficiales no actúan según la alerta de otro.
assessment-g-25 = A quien pregunta se le responde en los días acordados, y un panel independiente puede bloquear una alerta.
assessment-g-26 = A quien le usurpan la identidad se le deja seguir si lo pide por escrito, y lo que se guarda de esa persona termina con ello.
assessment-g-27 = Los delitos políticos, militares, religiosos o raciales no son delitos aquí.
assessment-g-28 = Lo que no se puede hacer con el contenido de una alerta va con él a todas partes, y obliga.
assessment-g-29 = Los observadores leen cifras y ningún registro.
assessment-g-30 = Las cifras anuales son públicas, también las de coincidencias falsas, sin las pequeñas.
assessment-g-31 = Los diarios y el registro de accesos están encadenados; si se encontró una falta, las alertas solo se leen.
assessment-g-32 = En una emergencia se abre poco más, a pocos, por poco tiempo, y la supervisión lo sabe enseguida.
assessment-g-33 = Este documento se hace con lo vigente.
