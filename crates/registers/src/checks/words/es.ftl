room-checks = Control de documentos

# El formulario.
checks-title = Control de documentos
checks-zone = Zona de lectura mecánica, o número y Estado
checks-zone-hint = Pase el documento por el lector, pegue sus dos o tres líneas, o escriba el número y el Estado: L898902C3 UTO
checks-next-traveller = Siguiente viajero
checks-send = Consultar
checks-or = O escriba número, Estado y clase
checks-send-number = Consultar el número
checks-number = Número de documento
checks-issuing-state = Estado expedidor
checks-issuing-state-hint = Sus letras: GTM, HND, UTO
checks-kind = Clase de documento
checks-kind-any = Cualquier clase
checks-keys = { $enter } tras la última línea envía, { $escape } borra.
checks-help = Qué significan las respuestas
checks-help-report = «Hay un reporte»: el Estado expedidor reportó este número, o una alerta sobre documentos falsos le corresponde. La respuesta dice qué buscar y a quién llamar.
checks-help-look-again = «Vuelva a mirar»: un dígito de control no concuerda. Casi siempre el documento se leyó mal.
checks-help-no-report = «Sin reporte»: nadie lo ha reportado. Eso no prueba que el documento sea auténtico.
checks-help-kept = De cada control se registra quién preguntó, cuándo y para qué. No se guardan el nombre de la persona ni el número.

# Qué le falta a una pregunta.
checks-error-nothing-typed = Pase un documento por el lector, o escriba un número y su Estado.
checks-error-typed-twice = Esto está dicho dos veces, en dos campos. Borre uno de ellos.
checks-error-state-missing = Diga qué Estado lo expidió, con sus letras, como en L898902C3 UTO.
checks-error-state-unknown = Ningún Estado ni organización tiene el código «{ $code }».
checks-error-kind-unknown = No existe esa clase de documento. Elija una de la lista.
checks-error-number-missing = Escriba el número del documento.
checks-error-number-too-long = Un número de documento tiene como máximo { $most } caracteres.
checks-error-number-character = El carácter { $column }, «{ $character }», no está en ningún número de documento. Solo letras y dígitos.
checks-band-unreadable = No se leyó: intente de nuevo
checks-unreadable-reason = No se consultó nada.

# La franja: qué hacer, en seis palabras.
checks-band-report = Hay un reporte: examine el documento
checks-band-look-again = Vuelva a mirar: lea otra vez el documento
checks-band-specimen = Un espécimen: no es documento de ningún Estado
checks-band-expired = Vencido; sin reporte
checks-band-no-report = Sin reporte

# Por qué.
checks-why-number-reported = { $state } reporta este número como { $status ->
    [lost] extraviado
    [stolen] robado
    [stolen_blank] documento en blanco robado
    [revoked] revocado
   *[invalid] no aceptable
 }.
checks-why-blank-range = { $state } reporta una serie con este número como { $status ->
    [lost] extraviada
    [stolen] robada
    [stolen_blank] documentos en blanco robados
    [revoked] revocada
   *[invalid] no aceptable
 }.
checks-why-number-pattern = { $state } reporta números de esta forma como { $status ->
    [lost] extraviados
    [stolen] robados
    [stolen_blank] documentos en blanco robados
    [revoked] revocados
   *[invalid] no aceptables
 }.
checks-why-alert-fits = { $count ->
    [one] Una alerta sobre documentos falsos corresponde a este número.
   *[other] { $count } alertas sobre documentos falsos corresponden a este número.
 }
checks-why-digits-fail = { $count ->
    [one] Un dígito de control no concuerda.
   *[other] { $count } dígitos de control no concuerdan.
 }
checks-why-structure = La zona no está construida como piden las reglas.
checks-why-not-asked = No se consultaron los registros: la zona no indica número o Estado.
checks-why-specimen = UTO es el Estado de los especímenes.
checks-why-expired = Su último día ya pasó.
checks-why-alert-for-kind = { $count ->
    [one] Una alerta describe documentos falsos de este Estado y clase: vea qué buscar.
   *[other] { $count } alertas describen documentos falsos de este Estado y clase: vea qué buscar.
 }
checks-no-status = { $state } no ha reportado el número { $number }.
checks-no-proof = Eso no prueba que el documento sea auténtico.
checks-age = Últimos cambios: reportes del Estado que expide { $status }, alertas { $alerts }.
checks-age-never = nunca
checks-age-at-a-glance = Último cambio en lo que reporta { $state }: { $when }.
checks-age-empty = { $state } no ha anotado ningún reporte.

# La zona.
checks-zone-says = Lo que dice la zona
checks-zone-label = Zona de lectura mecánica
checks-zone-marks = Qué significan las marcas
checks-layer-digits = Dígitos de control
checks-layer-structural = Cómo está construida la zona
checks-layer-cross = Cómo concuerdan sus partes
checks-layer-nothing = Nada que señalar.
checks-column-field = Campo
checks-column-read = Leído, y su dígito de control
checks-read-nothing = nada
checks-read-partial = no se conoce por completo
checks-read-composite = los campos en conjunto
checks-digit-agrees = ✓ concuerda
checks-digit-fails = ✗ dice { $digit }, debe ser { $expected }
checks-digit-other-rule = también difiere en tarjetas auténticas
checks-digit-none = ningún dígito los cubre
checks-finding-look = mire

# Lo que se escribió.
checks-asked = Lo que se preguntó
checks-asked-no-zone = Sin la zona no había nada que calcular: solo se consultaron los registros.

# Los registros.
checks-register = Lo que saben los registros
checks-register-nothing = Nada sobre este documento: ni número, ni serie, ni alerta.
checks-register-not-asked = No se consultaron.
checks-basis = Corresponde por
checks-basis-exact = este mismo número
checks-basis-range = la serie { $first } a { $last }
checks-basis-pattern = la forma { $pattern } (@ una letra, # un dígito)
checks-reported-by = Reportado por
checks-reported-on = Desde
checks-reference = Su referencia
checks-alert-pattern = Números de la forma { $pattern }.
checks-alert-general = Todos los números de este Estado y clase.
checks-alert-by = Reportada por { $reporter }, confirmada por { $confirmer }. { $count ->
    [one] Se encontró un documento.
   *[other] Se encontraron { $count } documentos.
 }
checks-alert-review-overdue = { $reporter } ya debería haber revisado esta alerta. Sigue vigente.
checks-alert-points = Busque esto, lo más revelador primero:
checks-alert-card = Tarjeta de verificación rápida

# El siguiente paso: la persona antes que el documento.
checks-next-step = Siguiente paso
checks-step-report-person = Un reporte no prueba nada contra la persona. Puede ser víctima de trata o buscar refugio: pregunte y escuche primero.
checks-step-report = Compare el documento con lo reportado, y llame al Estado que reportó antes de retenerlo.
checks-step-doubtful = El dígito del número no concuerda: lea otra vez la zona antes de actuar, pues este reporte puede ser de otro documento.
checks-step-look-again-person = Un dígito que no concuerda no dice nada de la persona. Casi siempre falló el lector o el dedo.
checks-step-look-again = Lea otra vez la zona, o escríbala tomándola del documento. Si vuelve a fallar, conviene que lo vea otra persona.
checks-step-specimen-person = Pregunte cómo lo obtuvo. La persona puede haber sido engañada, y puede necesitar protección.
checks-step-specimen = Un espécimen se imprime para capacitación y pruebas. No da derecho a entrar ni identifica a nadie.
checks-step-expired-person = Hay quien huye, y quien regresa, con documentos vencidos. Pregunte por qué antes de decidir.
checks-step-expired = Decida según las reglas de su Estado sobre documentos vencidos.
checks-step-no-report-person = Salude a la persona. Su propia impresión cuenta más que esta respuesta.
checks-step-no-report = Compare el retrato con la persona, y nombre, nacionalidad, sexo y Estado con la página impresa: ningún dígito los cubre.
checks-call = Llame a { $state }: { $contact }
checks-call-unknown = { $state } no ha anotado un contacto. Pida a su punto focal que localice al de ese Estado.
checks-second-line = Segunda línea: anotar el resultado

# La segunda línea.
checks-second-line-title = ¿Cómo terminó la segunda línea?
checks-second-line-person = Diga qué resultó del documento. No se anota nada de la persona ni del documento: ni nombre ni número.
checks-second-line-outcome = Resultado
checks-second-line-outcome-hint = Se cuenta, con su Estado, su función y el minuto.
checks-second-line-send = Anotar el resultado
checks-second-line-thanks = Anotado, gracias
checks-second-line-kept = El registro de accesos conserva este resultado sin el documento y sin la persona.
checks-error-outcome = Elija cómo terminó.
checks-outcome-document-genuine = El documento es auténtico
checks-outcome-fraud-confirmed = Se confirma el fraude
checks-outcome-undecided = No se pudo decidir
checks-outcome-referred-to-protection = La persona fue remitida a protección o asilo
checks-outcome-register-error = El reporte es erróneo, o es de otro documento
checks-next-document-genuine = Si un reporte nombraba este documento, avise al Estado que lo hizo, para que no vuelvan a detener a su titular.
checks-next-fraud-confirmed = Si sus señas son nuevas, pida a su perito en documentos que escriba una alerta para los demás Estados.
checks-next-undecided = Su perito en documentos puede preguntar al Estado que expidió el documento.
checks-next-referred-to-protection = El documento puede esperar. Primero va quien recibe a la persona.
checks-next-register-error = Avise hoy al Estado que lo reportó: solo él puede corregirlo, y hasta entonces otros detendrán al titular.

# A quién se bloqueó, porque controló número tras número.
checks-stopped = Sus controles o búsquedas parecían un intento de llevarse un registro. Podrá seguir dentro de { $minutes } minutos. Hasta entonces, llame a un perito en documentos de su Estado: puede dejarle seguir enseguida, en la página «Oficiales bloqueados».
checks-stopped-title = Oficiales bloqueados
checks-stopped-lead = Sus controles o búsquedas parecían un intento de llevarse un registro. Pregúnteles primero. Si deja seguir a alguien, usted responde por ello, y quienes supervisan ven su razón.
checks-stopped-none = No hay nadie bloqueado en su Estado.
checks-stopped-post = Puesto
checks-stopped-kind = Qué se vio
checks-stopped-since = Desde
checks-stopped-until = Hasta
checks-stopped-reason = ¿Por qué puede seguir esta persona?
checks-stopped-reason-hint = Se guarda con el nombre de usted.
checks-stopped-lift = Dejar seguir a esta persona
checks-stopped-not-oneself = Quien está bloqueado es usted: decide otro perito.
checks-error-reason = Elija por qué.
concern-lifted-group = Pasó un grupo con documentos expedidos juntos
concern-lifted-many-at-once = Varios oficiales controlaron juntos un mismo cruce
concern-lifted-exercise = Fue un ejercicio que el Estado conoce
concern-lifted-border-must-go-on = Aún no se sabe: la frontera debe seguir
concern-kind-numbers-close-together = Muchos números muy cercanos
concern-kind-numbers-close-together-what = Una persona controló tantos números de un tramo pequeño de una serie que ninguna fila de viajeros lo explica.
concern-kind-numbers-in-steps = Números a pasos iguales
concern-kind-numbers-in-steps-what = Una persona controló números que se siguen a pasos iguales.
concern-kind-several-people-together = Varias personas, una serie
concern-kind-several-people-together-what = Lo que controlaron varias personas está, en conjunto, en un tramo pequeño de una serie.
concern-kind-too-many-checks = Más controles de los que necesita cualquier trabajo
concern-kind-too-many-checks-what = En una hora o en un día se hicieron más controles de los que hace un puesto, una persona o un Estado.
