# El marco de cada página.
shell-name = Secretaría Virtual
shell-skip = Ir al contenido
shell-rooms = Secciones
shell-languages = Idioma
shell-sign-out = Cerrar sesión
shell-purpose = Finalidad: { $purpose }
shell-title-refused = Error: { $title }
shell-demo = Datos de demostración: todas las personas, los números y los casos son inventados.
shell-zone = Las horas corresponden a { $zone } ({ $offset }).
shell-zone-change = Cambiar la zona horaria

# Formularios.
form-optional = (opcional)
form-choose = Elija una opción
form-cancel = Volver
form-error = Error:
form-errors = { $count ->
    [one] Hay algo que corregir
   *[other] Hay { $count } cosas que corregir
 }
form-date-day = Día
form-date-month = Mes
form-date-year = Año
form-date-incomplete = Escriba el día, el mes y el año.
form-date-impossible = Escriba una fecha que exista, en números y con el año de cuatro cifras. Por ejemplo: 14 2 2027.

# Tablas.
table-pages = Páginas de la lista
table-rows-of = Filas { $from } a { $to } de { $total }
table-rows = Filas { $from } a { $to }
table-previous = Página anterior
table-next = Página siguiente
chart-aim = Meta: { $aim }

# Las marcas de una zona de lectura mecánica.
zone-ok = Subrayado: su dígito de control concuerda.
zone-bad = En recuadro: no pasa una comprobación.
zone-plain = Sin marca: ningún dígito de control lo cubre.

# Avance y pasos.
progress-of = { $done } de { $total }
progress-so-far = { $done } hasta ahora
timeline-missed = No se cumplió:
timeline-next = Por venir:

# Hace cuánto.
time-ago-moment = hace menos de un minuto
time-ago-minutes = { $count ->
    [one] hace un minuto
   *[other] hace { $count } minutos
 }
time-ago-hours = { $count ->
    [one] hace una hora
   *[other] hace { $count } horas
 }
time-ago-days = { $count ->
    [one] hace un día
   *[other] hace { $count } días
 }
