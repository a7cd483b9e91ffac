# La sala de los miembros, los órganos y las presidencias.
room-members = Miembros
members-list = Miembros y observadores
members-list-about = Qué es cada parte para la conferencia, desde cuándo y por qué decisión. Vea también:
members-list-empty = Nadie.
members-as-of = Como eran el día
members-as-of-send = Mostrar ese día
members-back = Todas las partes
members-party = Parte
members-party-back = Volver a la parte
members-name = Nombre
members-code = Código
members-code-hint = Las tres letras propias de un país; X y dos letras para quien no es un país.
members-class = Clase
members-class-member = país miembro
members-class-observer-state = país observador
members-class-observer-organisation = organización observadora
members-class-network = red de la sociedad civil
members-class-guest = invitado especial
members-classes-member = { $count ->
        [one] Un país miembro
       *[other] { $count } países miembros
    }
members-classes-observer-state = { $count ->
        [one] Un país observador
       *[other] { $count } países observadores
    }
members-classes-observer-organisation = { $count ->
        [one] Una organización observadora
       *[other] { $count } organizaciones observadoras
    }
members-classes-network = { $count ->
        [one] Una red de la sociedad civil
       *[other] { $count } redes de la sociedad civil
    }
members-classes-guest = { $count ->
        [one] Un invitado especial
       *[other] { $count } invitados especiales
    }
members-since = Desde
members-by = Por
members-founding = desde el inicio
members-invited-to = invitado a { $meeting }
members-gone = Ya no lo son
members-history = Qué fue, qué es y qué será
members-lasts = continúa
members-ended-by = Cómo terminó
members-until = hasta el { $day }

members-applications = Solicitudes
members-applications-empty = Nadie ha presentado una solicitud.
members-application = Solicitud
members-apply = Ingresar una solicitud
members-apply-about = Alguien pide por escrito que lo admitan. Después usted recorre la lista de requisitos de la clase e ingresa lo que se decidió.
members-apply-send = Ingresar la solicitud
members-name-en = Nombre en inglés
members-name-es = Nombre en español
members-name-fr = Nombre en francés
members-applied-on = Día de la carta
members-note = Nota
members-outcome = Qué pasó con ella
members-outcome-open = en trámite
members-outcome-admitted = admitida
members-outcome-refused = rechazada
members-outcome-withdrawn = retirada
members-settled-on = Resuelta el
members-decision = Decisión
members-decision-hint = Su signatura, como RCM/VIII/2003/DEC/16.
members-checklist = Lista de requisitos
members-checklist-empty = El proceso no fija requisitos para esta clase.
members-point = Requisito
members-point-answer = Se cumple
members-point-note = Con qué
members-point-open = sin respuesta
members-point-met = sí
members-point-unmet = no
members-answer = Responder a un requisito
members-answer-send = Ingresar la respuesta
members-settle = Ingresar qué pasó con ella
members-settle-about = Para admitir o rechazar, indique la decisión. Un requisito que no se cumple no excluye a nadie: quienes deciden lo han visto.
members-admit = admitida
members-refuse = rechazada
members-withdraw = retirada
members-on = Día
members-on-hint = De una admisión: el primer día como parte.
members-settle-send = Ingresarlo
members-done-applied = La solicitud quedó ingresada.
members-done-answered = La respuesta quedó ingresada.
members-done-settled = Quedó ingresado qué pasó con la solicitud.

members-invite = Invitar a una reunión
members-invite-about = Un invitado especial ve esa reunión y nada más. Cuando la reunión termina o se cancela, nadie entra más en su nombre.
members-invite-send = Ingresar la invitación
members-meeting = Reunión
members-meeting-hint = Su signatura, como RCM/VIII.
members-gets-in-from = Entra desde el
members-done-invited = La invitación quedó ingresada.

members-dismiss = Indicar hasta cuándo
members-dismiss-about = Desde el día siguiente nadie entra más en nombre de esta parte. Lo que fue queda registrado.
members-dismiss-send = Ingresar el último día
members-last-on = Último día
members-first-on = Primer día
members-why = Por qué
members-done-dismissed = El último día quedó ingresado.

members-institutions = Instituciones
members-institutions-empty = Todavía no se ha nombrado ninguna institución.
members-institution = Institución
members-institution-new = Nombrar una institución
members-institution-send = Ingresar la institución
members-institution-end = Una institución que ya no lo es
members-institution-end-send = Ingresar su último día
members-field = Se ocupa de
members-field-foreign-affairs = relaciones exteriores
members-field-interior = gobernación, migración
members-field-other = otro
members-delegation = Delegación
members-delegation-standing = Delegación entre reuniones
members-delegation-to = Delegación ante { $meeting }
members-delegation-empty = Todavía no se ha nombrado a nadie.
members-delegation-edit = Instituciones y delegación
members-delegation-about = Una delegación puede tener varias instituciones y tiene una sola posición. Indique qué cargo tiene cada persona, nunca su nombre. Lo que usted ingrese sustituye lo que había.
members-delegation-meeting-hint = La signatura de una reunión; vacío para la delegación entre reuniones.
members-delegation-send = Ingresar la delegación
members-seat = Puesto { $number }
members-part = Papel
members-part-head = jefatura
members-part-alternate = suplencia
members-part-adviser = asesoría
members-office = Cargo
members-office-hint = Como Viceministro. Sin nombres.
members-done-institution = La institución quedó ingresada.
members-done-delegation = La delegación quedó ingresada.

bodies-list = Órganos y redes
bodies-list-about = Qué se reúne, con qué nombre desde cuándo y quién lo preside.
bodies-before = Antes
bodies-empty = Todavía no se ha ingresado ningún órgano.
bodies-code = Nombre corto
bodies-code-hint = Hasta 12 mayúsculas y cifras. Se conserva cuando el órgano cambia de nombre.
bodies-kind = Tipo
members-body-kind-conference = conferencia de ministros
members-body-kind-group = grupo de consulta
members-body-kind-presidency = presidencia
members-body-kind-troika = troika
members-body-kind-secretariat = secretaría
members-body-kind-liaison-network = red de enlace
members-body-kind-ad-hoc = grupo especial
bodies-parent = Forma parte de
bodies-parent-hint = El nombre corto de otro órgano.
bodies-often = Reuniones al año
bodies-chair = Quién preside
members-chair-presidency = la presidencia
members-chair-host = el país anfitrión
members-chair-coordinating = un país coordinador
members-chair-nobody = nadie
bodies-coordinator = País coordinador
bodies-coordinator-hint = Sus tres letras, cuando un país coordina.
bodies-first-on = Primer día de esta forma
bodies-first-on-hint = Un órgano que cambia de nombre conserva el anterior para los días de antes.
bodies-last-on = Último día del órgano
bodies-last-on-hint = Solo cuando ya no se reúne. Todo lo demás queda entonces como está.
bodies-change = Cambiar
bodies-new = Ingresar un órgano o un nombre nuevo
bodies-new-about = Para cambiar el nombre de un órgano, ingrese otra vez su nombre corto, con el nombre nuevo y su primer día.
bodies-send = Ingresarlo

presidencies-list = Presidencias
presidencies-about = { $chairs ->
        [one] Preside un país a la vez.
       *[other] Presiden { $chairs } países juntos.
    }
presidencies-current = Preside
presidencies-outgoing = Presidió antes
presidencies-incoming = Preside después
presidencies-terms = Períodos
presidencies-empty = Todavía no se ha ingresado ningún período.
presidencies-new = Ingresar un período
presidencies-new-about = Para indicar cuándo termina un período, ingrese otra vez el mismo país y el mismo primer día, con el último día.
presidencies-state = País
presidencies-last-on-hint = Vacío mientras nadie haya dicho cuándo termina.
presidencies-send = Ingresar el período

members-fault-act = Este paso no se conoce.
members-fault-party = Escriba tres letras.
members-fault-party-class = Los países tienen un código propio; X y dos letras son para quien no es un país.
members-fault-class = Elija qué desea ser.
members-fault-applied-already = Tiene una solicitud todavía en trámite.
members-fault-name-en-missing = Escriba el nombre en inglés.
members-fault-name-es-missing = Escriba el nombre en español.
members-fault-name-fr-missing = Escriba el nombre en francés.
members-fault-applied-on-missing = Indique el día de la carta.
members-fault-text = Escriba como máximo 200 caracteres que se puedan imprimir.
members-fault-day = Escriba un día del calendario, como 2003-05-30.
members-fault-decision = Escriba la signatura de la decisión, como RCM/VIII/2003/DEC/16.
members-fault-meeting = Escriba la signatura de la reunión, como RCM/VIII.
members-fault-meeting-unknown = Ninguna reunión celebrada o por celebrar tiene esta signatura.
members-fault-after-meeting = Para entonces la reunión ya terminó.
members-fault-point = Elija un requisito de esta lista.
members-fault-met = Indique si el requisito se cumple.
members-fault-note-missing = Escriba con qué, o por qué.
members-fault-on-missing = Indique el día.
members-fault-unanswered = Responda primero a todos los requisitos.
members-fault-settled = Esta solicitud ya está resuelta.
members-fault-overlap = Ya es una parte ese día o después.
members-fault-over = Para entonces ya no es una parte.
members-fault-asked = Se le consulta en una ronda de no objeción que termina después. Indique un día posterior a esa ronda: a nadie se le quita la voz mientras cuenta.
members-fault-order = El último día es anterior al primero.
members-fault-first-on-missing = Indique el primer día.
members-fault-last-on-missing = Indique el último día.
members-fault-field = Elija de qué se ocupa la institución.
members-fault-institution = Elija una institución de esta parte.
members-fault-many = Una parte tiene como máximo 20 instituciones.
members-fault-part = Elija el papel.
members-fault-office-missing = Escriba el cargo.
members-fault-head = Una delegación tiene una sola jefatura.
members-fault-body-code = Escriba hasta 12 mayúsculas y cifras.
members-fault-body-kind = Elija qué tipo de órgano es.
members-fault-body-overlap = El órgano ya tiene una forma ese día o después.
members-fault-body-unknown = Ningún órgano que se reúna tiene este nombre corto.
members-fault-parent-unknown = Ningún órgano tiene este nombre corto. Ingrese primero aquel órgano.
members-fault-parent-circle = Un órgano no está por encima de sí mismo.
members-fault-often = Escriba un número hasta 366.
members-fault-chair = Elija quién lo preside.
members-fault-coordinator = Indique el país coordinador cuando uno coordina, y solo entonces.
members-fault-not-member = Solo preside un país que sea miembro el primer día.
members-fault-chairs = Presidirían a la vez más países que los que el proceso prevé, o uno de ellos dos veces.
members-fault-term-ended = Este período ya está ingresado. Ingrese su último día para terminarlo.
