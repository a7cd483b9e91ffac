# La sala de las rondas de no objeción.
room-silence = Rondas de no objeción
silence-list = Rondas de no objeción
silence-list-about = Un texto que somete la Presidencia queda adoptado al vencer el plazo, salvo que un país objete antes. Primero las rondas abiertas.
silence-list-caption = Rondas de no objeción
silence-list-empty = Todavía no hay rondas.
silence-list-untold = { $count ->
    [one] Una ronda de esta página ha terminado y no se muestra: no hay espacio en el disco para registrar cómo terminó.
   *[other] { $count } rondas de esta página han terminado y no se muestran: no hay espacio en el disco para registrar cómo terminaron.
}
silence-back = Todas las rondas de no objeción
silence-back-to-round = Volver a la ronda
silence-kind = ronda de no objeción
silence-round = Ronda de no objeción
silence-symbol = Signatura
silence-symbol-hint = Mayúsculas y cifras en partes, como en RCGM/2003/2/NO/4.
silence-title = Título
silence-title-en = Título en inglés
silence-title-es = Título en español
silence-text = Texto sometido
silence-text-en = Texto en inglés
silence-text-es = Texto en español
silence-text-hint = Deje una línea vacía entre los párrafos. 24 000 caracteres como máximo.
silence-text-in-english = El texto en inglés
silence-text-in-spanish = El texto en español
silence-text-frozen = Los dos textos están congelados. Huella:
silence-deadline = Vence
silence-hour = Hora en la sede de la secretaría
silence-hour-hint = De 00:00 a 23:59, como 17:00.
silence-outcome = Resultado
silence-outcome-open = Abierta
silence-outcome-broken = Rota
silence-outcome-adopted = Adoptada
silence-outcome-lapsed = Caducada
silence-opened-by = abierta por la Presidencia ({ $state })
silence-state = País
silence-reception = Recepción
silence-position = Posición
silence-positions = Posiciones
silence-positions-caption = Posiciones de los países
silence-spoken-of = { $spoken } de { $electors }
silence-reached-read = leído
silence-reached-delivered = entregado
silence-reached-not = todavía no
silence-stance = Posición
silence-stance-no-objection = sin objeción
silence-stance-no-objection-hint = Su país no tiene nada en contra del texto.
silence-stance-reservation = reserva
silence-stance-reservation-hint = Su país no bloquea. Lo que no acepta queda junto al texto.
silence-stance-objection = objeción
silence-stance-objection-hint = Su país no quiere que el texto se adopte. Debe decir por qué.
silence-stance-silent = otra vez en silencio
silence-stance-silent-hint = Usted retira la posición de su país.
silence-stance-none = en silencio
silence-taken-back = retirada después
silence-silent-yet = Su delegación no ha tomado posición. Al vencer el plazo, su silencio vale como no objeción.
silence-position-of = Posición de { $state }
silence-act-no-objection = Sin objeción
silence-act-objection = Objetar con motivo
silence-act-reservation = Presentar una reserva
silence-act-silent = Retirar la posición
silence-reason = Motivo, o lo que no acepta
silence-reason-hint = Hace falta con una objeción o una reserva. Todas las delegaciones lo leen.
silence-position-send = Registrar la posición
silence-confirm = Confirmar la objeción
silence-confirm-question = ¿{ $state } objeta este texto?
silence-confirm-send = Objetar
silence-observers-comment = Los observadores leen y comentan. No toman posición.
silence-comment = Comentar
silence-comment-about = Todas las delegaciones lo leen. Un comentario no bloquea nada.
silence-comment-text = Su comentario
silence-comment-send = Enviar el comentario
silence-extension = Pedir más tiempo
silence-extension-about = La Presidencia responde. El plazo se puede prorrogar { $times ->
        [one] una vez
       *[other] { $times } veces
    }, por { $hours } horas como máximo.
silence-extension-until = Hasta cuándo
silence-extension-send = Pedir más tiempo
silence-why = Por qué
silence-preside = Responder como Presidencia
silence-preside-nothing = La Presidencia no tiene nada pendiente en esta ronda.
silence-preside-send = Registrar la respuesta
silence-ruling = Respuesta
silence-ruling-grant = Conceder más tiempo
silence-ruling-refuse = Negar más tiempo
silence-ruling-take-up = Acoger la objeción
silence-ruling-take-up-hint = La ronda termina aquí. Después se puede someter otro texto.
silence-which-request = Cuál solicitud
silence-request = { $state }, hasta { $until }
silence-new-deadline = Nuevo plazo
silence-why-refused = Por qué se niega
silence-open = Abrir una ronda
silence-open-about = Al abrir la ronda, el texto, los países y el plazo quedan congelados. Nadie puede cambiarlos ni cerrarla, tampoco la secretaría.
silence-open-send = Abrir la ronda
silence-again = Someter de nuevo
silence-again-about = Esto abre la revisión siguiente, con los países que son miembros hoy. Un texto que un país sigue objetando se debe cambiar.
silence-frozen = Se pregunta a { $electors ->
        [one] { $electors } país
       *[other] { $electors } países
    }; { $observers ->
        [one] { $observers } observador puede comentar
       *[other] { $observers } observadores pueden comentar
    }.
silence-rule-open = Una ronda está abierta { $hours } horas como mínimo.
silence-rule-heals = Una objeción se puede retirar hasta { $hours } horas antes del plazo. Después termina la ronda.
silence-rule-for-good = Una objeción termina la ronda de inmediato. La Presidencia puede someter entonces otro texto.
silence-open-means = Si ningún país objeta, el texto queda adoptado en ese instante, aunque este servidor esté apagado.
silence-objected-by = Lo objeta: { $states }.
silence-heals-until = La ronda sigue si se retiran todas las objeciones hasta { $until }.
silence-broken-by = No se adoptó. Lo objetó: { $states }.
silence-broken-since = Objetada desde { $since }.
silence-adopted-at = Adoptada: { $at }. Ningún país objetó.
silence-lapsed-means = El plazo venció sin lo que piden las reglas. No se decidió nada.
silence-lapsed-undelivered = El texto no llegó a tiempo a: { $states }.
silence-lapsed-spoken = Países que tomaron posición: { $spoken }.
silence-clock-yours = Su reloj
silence-clock-seat = Sede de la secretaría
silence-clocks = En cada capital
silence-clocks-caption = El plazo en cada capital
silence-history = Lo que quedó registrado
silence-step-opened = Ronda abierta, { $states } países
silence-step-deadline = Adopción, si ningún país objeta
silence-told-delivered = texto entregado
silence-told-read = texto leído
silence-told-withdrawal = posición retirada
silence-told-comment = comentario
silence-told-asked = pide tiempo hasta { $until }
silence-told-granted = prórroga concedida, hasta { $until }
silence-told-refused = prórroga negada
silence-told-taken-up = objeción acogida
silence-told-passed = El servidor registra que el plazo venció.
silence-unseen = reemplazó una posición que su autor no había visto
silence-kept = registrado, sin efecto
silence-follows = Somete de nuevo:
silence-followed = Sometido de nuevo como:
silence-done-opened = La ronda está abierta.
silence-done-position = La posición quedó registrada.
silence-done-silent = La posición se retiró. Su país está otra vez en silencio.
silence-done-unseen = La posición quedó registrada. Reemplazó una de su delegación que usted no había visto: vea el registro abajo.
silence-done-late = La objeción llegó después del plazo. Quedó registrada y no cambia nada.
silence-done-comment = El comentario quedó registrado.
silence-done-asked = La Presidencia ve que usted pide más tiempo.
silence-done-ruled = La respuesta quedó registrada.
silence-fault-symbol = Escriba mayúsculas y cifras en partes, sin revisión, como en RCGM/2003/2/NO/4.
silence-fault-symbol-known = Otra ronda ya tiene esta signatura.
silence-fault-title-missing = Ingrese el título.
silence-fault-title = Escriba como máximo 200 caracteres que se puedan imprimir.
silence-fault-text-missing = Ingrese el texto.
silence-fault-text = Escriba como máximo 200 párrafos de 5000 caracteres cada uno.
silence-fault-paragraphs-differ = Los dos textos deben tener los mismos párrafos.
silence-fault-deadline-missing = Ingrese el día.
silence-fault-deadline = Escriba un día del calendario y una hora, como 17:00.
silence-fault-deadline-twice = Ese día cambian los relojes en la sede: esa hora viene dos veces o ninguna. Elija otra.
silence-fault-too-short = Así queda menos tiempo del que piden las reglas.
silence-fault-same-text = Un país objetó este texto y la objeción sigue en pie. Cambie el texto.
silence-fault-not-the-chair = Solo abre una ronda el país que preside hoy.
silence-fault-not-ended = Solo se somete de nuevo una ronda que terminó sin adopción.
silence-fault-followed = Esta ronda ya se sometió de nuevo.
silence-fault-rules = Las reglas del proceso no se pueden cumplir con los países de hoy.
silence-fault-words-missing = Diga por qué, en pocas palabras.
silence-fault-words = Escriba como máximo 20 000 caracteres que se puedan imprimir.
silence-fault-stance = Elija una posición.
silence-fault-nothing-seen = Cuando usted abrió esta página no había posición que retirar.
silence-fault-request = Elija cuál solicitud responde.
silence-fault-ruling = Elija una respuesta.
silence-fault-comments = Su delegación ya comentó cien veces esta ronda. Es el máximo.
silence-fault-requests = Su delegación ya pidió veinte veces en esta ronda. Es el máximo.
silence-fault-after = La lista no puede seguir desde ahí.
silence-without-late = El plazo venció.
silence-without-after-end = La ronda ya había terminado.
silence-without-before-opening = Es anterior a la apertura.
silence-without-not-asked = En esta ronda no se pregunta a su país u organización.
silence-without-only-comments = Los observadores comentan y no toman posición.
silence-without-not-authorised = Ese rol no habla por la delegación.
silence-without-not-the-chair = Esto lo hace solo la Presidencia de esta ronda.
silence-without-no-request = No hay tal solicitud, o ya se respondió.
silence-without-own-request = Quien pide más tiempo no lo concede.
silence-without-out-of-bounds = El nuevo plazo debe ser posterior, y dentro de lo que permiten las reglas y la solicitud.
silence-without-no-more-extensions = El plazo ya se prorrogó tantas veces como permiten las reglas.
silence-without-nothing-to-withdraw = Esta ya no es la posición de su país. Abra la ronda otra vez y mire.
silence-without-nothing-to-take-up = Ninguna objeción está en pie.
silence-letter = Carta de resultado
silence-letter-about = Una copia para conservar, en PDF. Prevalece el registro.
silence-letter-in-english = Carta en inglés
silence-letter-in-spanish = Carta en español
silence-presidency-of = Presidencia ({ $state })
silence-fault-no-letter = La ronda no ha terminado. La carta se hace cuando nada cambia ya el resultado.
silence-fault-language = Elija en, es o fr.
silence-waiting-position = Ronda de no objeción: posición de su país
silence-waiting-followed = Ronda de no objeción en curso
silence-waiting-request = Un país pide más tiempo
silence-waiting-spoken = { $count ->
    [one] { $count } país ha tomado posición
   *[other] { $count } países han tomado posición
}
silence-waiting-asking = { $count ->
    [one] { $count } solicitud por contestar
   *[other] { $count } solicitudes por contestar
}
silence-change = Modificar
silence-act-take-back = Retirar la objeción
silence-take-back-hint = La ronda queda como terminó. Después se puede someter de nuevo el mismo texto.
silence-done-taken-back = La objeción se retiró. La ronda queda como terminó; se puede someter de nuevo el mismo texto.
silence-open-confirm = Confirmar la apertura
silence-open-question = ¿Abrir { $symbol }?
silence-take-up = ¿Acoger la objeción?
silence-fault-text-long = Un texto tiene como máximo 24 000 caracteres en cada idioma.
silence-fault-too-long = Una ronda está abierta 366 días como máximo. Elija un día anterior.
silence-fault-leaves = { $party } ya no será miembro ese día. Elija un día anterior, o abra la ronda después de su último día.
silence-fault-positions = Su país ya tomó posición cien veces en esta ronda. Es el máximo.
silence-history-earlier = { $count ->
    [one] Hay { $count } registro anterior que no se muestra aquí.
   *[other] Hay { $count } registros anteriores que no se muestran aquí.
}
silence-letter-in-french = Carta en francés
silence-waiting-objection = Su país objeta: hasta entonces puede retirar la objeción
silence-waiting-objected = Un país objeta: la Presidencia puede acoger la objeción
