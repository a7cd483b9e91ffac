# La sala de decisiones.
room-decisions = Decisiones
decisions-list = Decisiones
decisions-list-about = Lo que las reuniones decidieron; primero lo más reciente. Una decisión adoptada ya no cambia aquí.
decisions-list-caption = Decisiones
decisions-list-empty = Ninguna decisión corresponde, o todavía no se ha anotado ninguna.
decisions-back = Todas las decisiones
decisions-search = Buscar
decisions-search-clear = Mostrar todas
decisions-words = Palabras del texto
decisions-due-by = Algo vence a más tardar el

decisions-decision = Decisión
decisions-title = Decisión { $symbol }
decisions-symbol = Signatura
decisions-text = Texto
decisions-verb = Verbo
decisions-verbs = Verbos
decisions-duty = Deber
decisions-duty-none = no pide nada a nadie
decisions-duty-soft = pide algo, y nadie responde por su nombre
decisions-duty-owned = alguien debe responder
decisions-addressee = A quién se dirige
decisions-members = todos los miembros
decisions-due = Vence
decisions-due-open = en un día que aún no se conoce
decisions-slip = { $days ->
        [one] un día de retraso
       *[other] { $days } días de retraso
    }
decisions-asks = Qué hace y qué pide
decisions-asks-empty = No pide nada.
decisions-adopted-on = Adoptada el
decisions-meeting = Reunión
decisions-round = Adoptada por la ronda
decisions-original = Redactada en
decisions-recorded-at = Anotada
decisions-position = Lugar en el diario
decisions-links = Vínculos
decisions-history = Qué pasó después
decisions-was-adopted = Adoptada
decisions-corrected = Corregido
decisions-happened = Ocurrió
decisions-record = Añadir a su historia
decisions-done-adopted = La decisión está anotada. Desde ahora no cambia.
decisions-done-recorded = Quedó anotado junto a la decisión.
decisions-language-en = Inglés
decisions-language-es = Español

decisions-add = Anotar una decisión
decisions-add-about = Anótela tal como se adoptó. Después no se puede cambiar; una corrección quedará a su lado.
decisions-add-send = Anotar la decisión
decisions-number = Número en la reunión
decisions-text-en = Texto en inglés
decisions-text-es = Texto en español
decisions-divergence = En qué difieren los dos textos
decisions-divergence-hint = Déjelo vacío si dicen lo mismo.
decisions-condition = Solo si
decisions-condition-hint = Lo que debe haber ocurrido antes, con las palabras del texto.
decisions-ask-verb = Verbo { $number }
decisions-ask-addressees = A quién (verbo { $number })
decisions-ask-addressees-hint = Nombres separados por punto y coma. «Miembros» vale por todos ellos.
decisions-ask-due = Cuándo vence (verbo { $number })
decisions-ask-due-hint = Elija de la lista y cambie el número o el día.
decisions-ask-how = Cómo (verbo { $number })
decisions-each = cada uno por su cuenta
decisions-lapses = una facultad que termina sin uso con su día
decisions-link-kind = Vínculo { $number }
decisions-link-to = Con cuál (vínculo { $number })
decisions-link-to-hint = La signatura de una decisión, o de la reunión en que se trata esta.
decisions-meeting-hint = Su signatura, como RCM/VIII.
decisions-round-hint = Solo si la adoptó una ronda sin objeciones y ninguna reunión.
decisions-adopted-on-hint = Déjelo vacío para el último día de la reunión.
decisions-imports = Leer una declaración

decisions-link-amends = modifica
decisions-link-implements = pone en práctica
decisions-link-supersedes = sustituye a
decisions-link-refers-to = habla de
decisions-link-shares-meeting = se trata en la misma reunión que
decisions-link-discussed-at = se trata en
decisions-link-amended-by = es modificada por
decisions-link-implemented-by = es puesta en práctica por
decisions-link-superseded-by = es sustituida por
decisions-link-referred-by = es mencionada en

decisions-fault-number = Escriba un número del 1 al 9999.
decisions-fault-number-known = Esta reunión ya tiene una decisión con ese número.
decisions-fault-original = Elija el idioma en que se redactó.
decisions-fault-text = Es demasiado largo o tiene caracteres que no se pueden imprimir.
decisions-fault-text-missing = Escriba el texto en el idioma en que se redactó.
decisions-fault-missing = Escriba algo aquí.
decisions-fault-verb = Elija un verbo.
decisions-fault-due = Elija una regla de la lista, como 3 months after adoption.
decisions-fault-addressees = Escriba como máximo 60 nombres de 200 caracteres.
decisions-fault-no-owner = Con este verbo alguien debe responder. Escriba quién.
decisions-fault-asks-many = Una decisión tiene como máximo 20 verbos.
decisions-fault-links-many = Una decisión tiene como máximo 20 vínculos.
decisions-fault-link-kind = Elija qué dice el vínculo.
decisions-fault-link-to = Ninguna otra decisión ni reunión tiene esta signatura.
decisions-fault-symbol = Escriba una signatura, como RCM/VIII.
decisions-fault-day = Escriba un día del calendario, como 2003-05-30.
decisions-fault-meeting-unknown = No se convocó ninguna reunión con esta signatura.
decisions-fault-not-over = Ese día todavía no ha llegado.
decisions-fault-after = La lista no puede seguir desde ahí.

# decisions: los verbos operativos, una lista cerrada
decisions-verb-accede = adherirse
decisions-verb-accept = aceptar
decisions-verb-acknowledge = reconocer
decisions-verb-add = añadir
decisions-verb-address = abordar
decisions-verb-adopt = adoptar
decisions-verb-advance = avanzar
decisions-verb-affirm = afirmar
decisions-verb-agree = acordar
decisions-verb-allocate = asignar
decisions-verb-amend = enmendar
decisions-verb-analyze = analizar
decisions-verb-appeal = hacer un llamamiento
decisions-verb-applaud = aplaudir
decisions-verb-apply = aplicar
decisions-verb-appoint = nombrar
decisions-verb-appreciate = valorar
decisions-verb-approve = aprobar
decisions-verb-ask = pedir
decisions-verb-assess = valorar la situación
decisions-verb-assign = asignar
decisions-verb-authorize = autorizar
decisions-verb-begin = comenzar
decisions-verb-believe = creer
decisions-verb-call-upon = exhortar
decisions-verb-carry-out = llevar a cabo
decisions-verb-celebrate = celebrar
decisions-verb-circulate = circular
decisions-verb-collaborate = colaborar
decisions-verb-combat = combatir
decisions-verb-commend = encomiar
decisions-verb-commit = comprometerse
decisions-verb-compile = recopilar
decisions-verb-complete = completar
decisions-verb-conclude = concluir
decisions-verb-condemn = condenar
decisions-verb-conduct = realizar
decisions-verb-confirm = confirmar
decisions-verb-congratulate = felicitar
decisions-verb-consider = considerar
decisions-verb-consolidate = consolidar
decisions-verb-continue = continuar
decisions-verb-contribute = contribuir
decisions-verb-convene = convocar
decisions-verb-cooperate = cooperar
decisions-verb-coordinate = coordinar
decisions-verb-counter = contrarrestar
decisions-verb-create = crear
decisions-verb-decide = decidir
decisions-verb-declare = declarar
decisions-verb-deepen = profundizar
decisions-verb-defend = defender
decisions-verb-define = definir
decisions-verb-deliver = entregar
decisions-verb-demand = exigir
decisions-verb-deplore = deplorar
decisions-verb-design = diseñar
decisions-verb-designate = designar
decisions-verb-determine = determinar
decisions-verb-develop = desarrollar
decisions-verb-direct = ordenar
decisions-verb-discuss = debatir
decisions-verb-disseminate = difundir
decisions-verb-distribute = distribuir
decisions-verb-draft = redactar
decisions-verb-elaborate = elaborar
decisions-verb-elect = elegir
decisions-verb-emphasize = enfatizar
decisions-verb-encourage = alentar
decisions-verb-endeavour = procurar
decisions-verb-endorse = respaldar
decisions-verb-enhance = mejorar
decisions-verb-ensure = asegurar
decisions-verb-entrust = encomendar
decisions-verb-eradicate = erradicar
decisions-verb-establish = establecer
decisions-verb-evaluate = evaluar
decisions-verb-examine = examinar
decisions-verb-exchange = intercambiar
decisions-verb-execute = ejecutar
decisions-verb-expand = ampliar
decisions-verb-explore = explorar
decisions-verb-express = expresar
decisions-verb-extend = extender
decisions-verb-facilitate = facilitar
decisions-verb-fight = luchar
decisions-verb-finalize = finalizar
decisions-verb-finance = financiar
decisions-verb-follow-up = dar seguimiento
decisions-verb-formulate = formular
decisions-verb-forward = remitir
decisions-verb-foster = fomentar
decisions-verb-guarantee = garantizar
decisions-verb-harmonize = armonizar
decisions-verb-highlight = destacar
decisions-verb-hold = celebrar
decisions-verb-host = ser sede
decisions-verb-identify = identificar
decisions-verb-implement = poner en práctica
decisions-verb-improve = mejorar
decisions-verb-include = incluir
decisions-verb-incorporate = incorporar
decisions-verb-increase = aumentar
decisions-verb-inform = informar
decisions-verb-initiate = iniciar
decisions-verb-instruct = instruir
decisions-verb-intend = tener la intención
decisions-verb-intensify = intensificar
decisions-verb-invite = invitar
decisions-verb-join = sumarse
decisions-verb-keep = mantener al día
decisions-verb-launch = poner en marcha
decisions-verb-maintain = mantener
decisions-verb-make = hacer
decisions-verb-mandate = mandatar
decisions-verb-mobilize = movilizar
decisions-verb-modify = modificar
decisions-verb-monitor = supervisar
decisions-verb-nominate = proponer un candidato
decisions-verb-note = observar
decisions-verb-offer = ofrecer
decisions-verb-organize = organizar
decisions-verb-participate = participar
decisions-verb-pay-tribute = rendir homenaje
decisions-verb-perform = llevar a cabo
decisions-verb-pledge = prometer
decisions-verb-praise = elogiar
decisions-verb-prepare = preparar
decisions-verb-present = presentar
decisions-verb-prevent = prevenir
decisions-verb-proclaim = proclamar
decisions-verb-produce = producir
decisions-verb-promote = promover
decisions-verb-propose = proponer
decisions-verb-protect = proteger
decisions-verb-provide = proporcionar
decisions-verb-publish = publicar
decisions-verb-pursue = proseguir
decisions-verb-raise = elevar
decisions-verb-ratify = ratificar
decisions-verb-reaffirm = reafirmar
decisions-verb-recall = recordar
decisions-verb-recognize = reconocer
decisions-verb-recommend = recomendar
decisions-verb-reduce = reducir
decisions-verb-regret = lamentar
decisions-verb-reinforce = reforzar
decisions-verb-reiterate = reiterar
decisions-verb-reject = rechazar
decisions-verb-remain-seized = seguir ocupándose
decisions-verb-remind = recordar a
decisions-verb-renew = renovar
decisions-verb-replace = sustituir
decisions-verb-report = rendir informe
decisions-verb-request = solicitar
decisions-verb-resolve = resolver
decisions-verb-respect = respetar
decisions-verb-review = revisar
decisions-verb-revise = modificar el texto
decisions-verb-salute = saludar
decisions-verb-schedule = programar
decisions-verb-seek = procurar
decisions-verb-send = enviar
decisions-verb-set-up = constituir
decisions-verb-share = compartir
decisions-verb-sign = firmar
decisions-verb-simplify = simplificar
decisions-verb-start = empezar
decisions-verb-strengthen = fortalecer
decisions-verb-stress = recalcar
decisions-verb-strive = esforzarse
decisions-verb-study = estudiar
decisions-verb-submit = someter
decisions-verb-suggest = sugerir
decisions-verb-support = apoyar
decisions-verb-suspend = suspender
decisions-verb-take = tomar
decisions-verb-take-note = tomar nota
decisions-verb-task = encargar
decisions-verb-terminate = dar por terminado
decisions-verb-thank = agradecer
decisions-verb-train = capacitar
decisions-verb-transmit = transmitir
decisions-verb-underline = subrayar
decisions-verb-underscore = recalcar
decisions-verb-undertake = emprender
decisions-verb-update = actualizar
decisions-verb-urge = instar
decisions-verb-use = utilizar
decisions-verb-verify = verificar
decisions-verb-welcome = acoger con beneplácito
decisions-verb-work = trabajar

# decisions: lo que dice una regla de plazo
decisions-rule-days-after = { $count ->
        [one] un día
       *[other] { $count } días
    } después de { $anchor }
decisions-rule-days-before = { $count ->
        [one] un día
       *[other] { $count } días
    } antes de { $anchor }
decisions-rule-months-after = { $count ->
        [one] un mes
       *[other] { $count } meses
    } después de { $anchor }
decisions-rule-months-before = { $count ->
        [one] un mes
       *[other] { $count } meses
    } antes de { $anchor }
decisions-rule-by = a más tardar el { $date }
decisions-rule-at-meeting = en { $meeting }
decisions-rule-before-meeting = antes de { $meeting }
decisions-rule-each-meeting = en cada reunión
decisions-rule-each-meeting-of = en cada reunión de { $body }
decisions-rule-every = { $count ->
        [one] cada mes
       *[other] cada { $count } meses
    }
decisions-rule-every-between = { $count ->
        [one] cada mes
       *[other] cada { $count } meses
    } entre reuniones de { $body }
decisions-anchor-adoption = su adopción
decisions-anchor-meeting-end = finalizar la reunión
decisions-meeting-next = la próxima reunión
decisions-meeting-next-of = la próxima reunión de { $body }
decisions-meeting-numbered = la reunión número { $number }
decisions-meeting-numbered-of = la reunión número { $number } de { $body }
decisions-meeting-held = la reunión en { $place }

# decisions: lo que pudo leerse de otro modo que el previsto
decisions-warning-numbering = El párrafo { $paragraph } lleva el número { $found }, donde debería venir el { $expected }.
decisions-warning-mixed = { $english } decisiones están en inglés y { $spanish } en español.
decisions-warning-other-language = El párrafo { $paragraph } está en otro idioma; de él no se leyó ningún verbo.
decisions-warning-tables = { $count ->
        [one] El texto de una tabla se leyó celda por celda.
       *[other] El texto de { $count } tablas se leyó celda por celda.
    }
decisions-warning-tracked = Control de cambios: se tomó lo insertado ({ $insertions }) y se dejó fuera lo tachado ({ $deletions }).
decisions-warning-nested = Hay listas dentro de listas; cada una pertenece a la decisión que la precede.
decisions-warning-annex = Se dejó fuera un anexo, a partir del párrafo { $paragraph }.
decisions-warning-footnotes = Se dejaron fuera notas al pie: { $count }.
decisions-warning-running-lines = Se dejaron fuera números de página y líneas al borde de cada página: { $count }.
decisions-warning-columns = Se leyeron dos columnas, una después de la otra.
decisions-warning-encoding = El archivo no está en UTF-8 ni en UTF-16; sus letras son una suposición.
decisions-warning-no-verb = En la decisión { $number } no se encontró ningún verbo operativo.
decisions-warning-working-days = El párrafo { $paragraph } cuenta días hábiles, para los que no hay regla: alguien fija el día.
decisions-warning-outside = El párrafo { $paragraph } habla como una decisión y está fuera de la lista.
decisions-warning-nothing = No se encontró ninguna decisión.

# decisions: por qué no se puede leer una declaración
decisions-unreadable-size = El archivo tiene { $kilobytes } kB. Se leen { $limit } kB como máximo.
decisions-unreadable-text = El texto tiene demasiados párrafos, o uno demasiado largo.
decisions-unreadable-document = El archivo es un paquete sin ningún documento que se pueda leer. Guárdelo como DOCX o como texto simple.
decisions-unreadable-unpacked = Descomprimido, el archivo sería más grande que cualquier documento.
decisions-unreadable-empty = No hay texto en el archivo.
