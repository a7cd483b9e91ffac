# La página de hoy.
room-today = Hoy
today-title = Hoy
today-about = Lo que espera por { $party }, por vencimiento, en su hora.
today-overdue = Vencido
today-ahead = Próximo
today-none = Nada espera por usted.
today-until = hasta el { $at }
today-no-day = sin fecha conocida
today-reminded = La secretaría se lo recordó el { $at }
today-meeting = Reunión
today-late-by = Vencidas por parte
today-party = Parte
today-late-count = Vencidas
today-calendar = Llevarlo como calendario
today-calendar-name = { $party }: reuniones y plazos
today-fault-delegation = Indique un miembro u observador de la conferencia; solo quien coordina la Secretaría puede indicar otro que el propio.
today-fault-language = Elija en, es o fr.
