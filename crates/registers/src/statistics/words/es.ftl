# Cifras de un año.
room-statistics = Estadísticas
statistics-about = Lo que los Estados y sus oficiales hicieron con las alertas sobre personas, contado año por año. Con estas cifras no se puede encontrar a nadie, ni ninguna alerta.
statistics-none = Aún no hay nada publicado.
statistics-all = Todos los años
statistics-published = Lo publicado
statistics-before = La revisión anterior
statistics-heading = El año { $year }
statistics-revision = Revisión { $revision }, publicada { $at }
statistics-withheld-about = Las cifras menores de { $least } no se dicen, salvo el cero; otras tampoco, para que no se puedan calcular.
statistics-withheld = No se dice: es pequeña, o está junto a una pequeña
statistics-withheld-short = n/d
statistics-nothing = No se contó nada de esto.
statistics-noughts = Lo que no aparece es cero.
statistics-row = Qué
statistics-total = Total
statistics-bars = Totales que se dicen
statistics-table = Por Estado
statistics-unanswered = Sin respuesta todavía
statistics-in-tens = A la decena más cercana.
statistics-looks-about = Cada vez que un oficial preguntó, también cuando no se pudo leer lo que escribió. Aquí no se sabe por quién se preguntó.

# Las hojas.
statistics-sheet-entered = Alertas que entraron en vigor
statistics-sheet-extended = Alertas prorrogadas
statistics-sheet-withdrawn = Alertas retiradas por su Estado
statistics-sheet-expired = Alertas cuyo plazo terminó
statistics-sheet-deleted = Alertas que el panel de recursos decidió eliminar
statistics-sheet-in-force = Alertas en vigor al terminar el año
statistics-sheet-looks = Controles y búsquedas
statistics-sheet-outcomes = Qué resultó de las posibles coincidencias
statistics-sheet-flags = Reservas sobre alertas de otros Estados
statistics-sheet-redress = Casos de derechos de las personas presentados
statistics-look-check = Controles de documentos
statistics-look-search = Búsquedas de una persona
statistics-look-match = Posibles coincidencias presentadas a un colega

# Coincidencias falsas.
statistics-false-title = Tomados por otra persona
statistics-false-share = De mil posibles coincidencias que se decidieron, { $share } eran otra persona (intervalo del 95 %: de { $low } a { $high }).
statistics-false-about = No cuentan las que no se pudieron decidir.
statistics-false-none = Demasiado pocas para decirse.

# El año sin publicar.
statistics-not-begun = Nada se cuenta antes de que el registro se active y pase una semana.
statistics-counted-until = Contado antes del { $day }.
statistics-running = Este año no ha terminado. No es público.
statistics-same = Publicado tal como está aquí.
statistics-issue-consequence = Cualquiera puede leer lo que usted publica, y no se cambia nunca: lo que llegue después es una revisión nueva a su lado.
statistics-issue-act = Publicar este año
statistics-refused-counting = Ese año no ha terminado, o no está contado hasta su fin.
statistics-refused-same = Nada es distinto de lo publicado.
statistics-fault-format = Elija csv o json.
