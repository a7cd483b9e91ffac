# Los documentos que salen de la casa.
printed-certificate-title = Constancia de la decisión { $symbol }
printed-letter-title = Resultado de la ronda de no objeción { $symbol }
printed-table-title = Comentarios consolidados sobre { $symbol }
printed-foot = { $symbol } · elaborado a partir del registro, que prevalece
printed-none = ninguno
printed-not-recorded = sin constancia

printed-symbol = Signatura
printed-meeting = Reunión
printed-subject = Asunto
printed-adopted-on = Adoptada el
printed-verbs = Verbos dispositivos
printed-addressees = Dirigida a
printed-dues = Plazo
printed-due-on = { $rule }: { $day }
printed-condition = Condición
printed-later = Anotado después

printed-text-original = Texto en { $language }, el idioma en que se redactó
printed-text-other = Texto en { $language }
printed-in-en = inglés
printed-in-es = español
printed-in-fr = francés
printed-sha256 = SHA-256 de este texto
printed-sha256-together = SHA-256 de los textos en conjunto

printed-record = Dónde consta en el registro
printed-recorded-by = Ingresado por
printed-recorded-at = Ingresado
printed-position = Lugar en el diario
printed-place = serie { $series }, asiento { $position }
printed-head = Cabeza de la cadena
printed-made-at = Documento elaborado
printed-record-prevails = Este documento se elaboró a partir del registro de la Secretaría Virtual. Si difieren, prevalece el registro.

printed-opened-at = Abierta
printed-deadline = Vencimiento
printed-outcome = Resultado
printed-outcome-adopted = Ningún Estado objetó. El texto quedó adoptado al vencer el plazo: { $at }.
printed-outcome-broken = El texto no quedó adoptado. El silencio se rompió: { $since }. Objeciones: { $by }.
printed-outcome-lapsed = { $spoken ->
    [one] El plazo venció ({ $at }) sin que se cumpliera lo que piden las reglas. Un Estado había tomado posición. No se decidió nada.
   *[other] El plazo venció ({ $at }) sin que se cumpliera lo que piden las reglas. { $spoken } Estados habían tomado posición. No se decidió nada.
 }
printed-outcome-undelivered = El texto no había llegado a tiempo a estos Estados: { $states }.
printed-deadline-places = El vencimiento en cada capital
printed-deadline-places-about = El mismo instante, como lo muestran los relojes de cada lugar
printed-place-name = Lugar
printed-local-time = Hora local
printed-electorate = Estados consultados
printed-electorate-about = Los Estados consultados y su posición al terminar la ronda
printed-state = Estado
printed-position-taken = Posición
printed-delivered-at = Texto entregado
printed-read-at = Primera lectura
printed-stance-silent = En silencio: no presentó objeción.
printed-stance-no-objection = Sin objeción, declarado: { $at }.
printed-stance-objection = Objeción, presentada: { $at }:
printed-stance-reservation = Reserva, presentada: { $at }:
printed-taken-back = Retirada después de terminar la ronda: { $at }.
printed-replaced = { $count ->
    [one] Una posición anterior sigue registrada.
   *[other] { $count } posiciones anteriores siguen registradas.
 }

printed-comments = Comentarios
printed-comments-about = Comentarios en el orden del texto y, en cada párrafo, por parte
printed-paragraph = Párrafo
printed-whole-text = Todo el texto
printed-no-comments = Sin comentarios.
printed-party = Parte
printed-comment = Comentario
printed-received-at = Recibido
printed-late = { $at }, después del vencimiento
printed-reply = Respuesta
printed-reply-none = Todavía ninguna.
printed-verdict-taken = Acogido.
printed-verdict-partly-taken = Acogido en parte.
printed-verdict-not-taken = No acogido.
printed-verdict-noted = Se toma nota.
printed-answers = Respuestas
printed-answers-about = A quién se consultó y quién respondió
printed-answered-of = Respondieron { $answered } de { $asked }
printed-asked = Consulta
printed-asked-yes = consultada
printed-asked-no = puede comentar
printed-answer = Respuesta de la parte
printed-answer-not-yet = todavía no; tiene plazo hasta: { $at }
printed-answer-given = respondió: { $at }
printed-answer-late = respondió después de su vencimiento: { $at }
printed-answer-silent = sin respuesta a tiempo

printed-training-title = Certificado de capacitación
printed-attended = { $name } asistió a esta capacitación todos sus días y aprobó su evaluación.
printed-number = Número
printed-course = Curso
printed-modules = Módulos
printed-session = Sesión
printed-days = Días
printed-at = Lugar
printed-issued-on = Otorgado el
printed-expires-on = Vigente hasta el
printed-verify = Cualquier persona puede comprobar si sigue vigente en la página /certificates de la Secretaría Virtual, con el número { $number }.
