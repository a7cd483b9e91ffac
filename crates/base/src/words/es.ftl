# El marco de cada página.
shell-name = Secretaría Virtual
shell-skip = Ir al contenido
shell-rooms = Secciones
shell-languages = Idioma
shell-sign-out = Cerrar sesión
shell-put-away = Esta página se retiró de la pantalla
shell-put-away-why = Durante { $minutes } minutos no se pidió nada aquí: es posible que su sesión haya terminado, y lo que se mostraba ya no está en la pantalla.
shell-put-away-back = Mostrar la página otra vez
shell-purpose = Finalidad: { $purpose }
shell-title-refused = Error: { $title }
shell-demo = Datos de demostración: todas las personas, los números y los casos son inventados.
shell-demo-guide = Qué probar aquí
shell-zone = Las horas corresponden a { $zone } ({ $offset }).
shell-zone-change = Cambiar la zona horaria
shell-quoted = «{ $said }»

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
time-left-days = { $days } d { $hours } h
time-left-hours = { $hours } h { $minutes } min

# Finalidades: por qué trabaja una persona.
purpose-border-control = Control fronterizo
purpose-document-examination = Examen de documentos
purpose-document-issuance = Custodia de los documentos de mi Estado
purpose-data-stewardship = Calidad de los datos de mi Estado
purpose-alert-issuance = Alertas sobre personas
purpose-child-protection = Protección de niñas y niños
purpose-redress = Atender a quien pide sus derechos
purpose-administration = Gestión de las personas de mi Estado
purpose-operation = Operación del sistema
purpose-secretariat = Trabajo de la conferencia
purpose-oversight = Supervisión

# Lo que decimos cuando no hacemos lo que se pidió.
problem-home = Ir a la página inicial
problem-not-found = Aquí no hay nada para usted
problem-not-found-detail = La dirección puede estar equivocada, o lo que contenía no le corresponde verlo.
problem-method = Esta dirección no se pide de este modo
problem-method-detail = El encabezado Allow de la respuesta dice de qué modos se pide.
problem-sign-in = Primero inicie sesión
problem-sign-in-detail = No hay una sesión abierta, o ya terminó.
problem-purpose-missing = Primero elija una finalidad
problem-purpose-missing-detail = Diga con qué finalidad consulta. Una máquina la nombra en el encabezado Puebla-Purpose.
problem-forged-form = No se puede confiar en este formulario
problem-forged-form-detail = No proviene de una página de su sesión. Abra la página de nuevo y envíelo otra vez.
problem-invalid-input = Lo enviado no se puede usar
problem-invalid-input-detail = No se guardó nada. Corrija lo que se señala y envíelo de nuevo.
problem-too-large = Se envió demasiado de una vez
problem-too-large-detail = El límite es de { $limit } kB. No se guardó nada.
problem-media-type = Aquí no se recibe este tipo de contenido
problem-media-type-detail = Envíe el tipo de contenido que indica la documentación.
problem-too-often = Demasiadas solicitudes
problem-too-often-detail = Espere { $seconds } segundos e inténtelo de nuevo.
problem-used-up = Agotado por ahora
problem-used-up-detail = De esto ya se pidió lo que se puede en esta hora o este día. Espere, o hable con quien le supervisa.
problem-stopped = Sus controles están bloqueados por ahora
problem-stopped-detail = Lo que se hizo parecía un intento de llevarse un registro. Se avisó a quienes supervisan.
problem-conflict = No es posible en su estado actual
problem-busy = Ya hay demasiado en espera
problem-busy-detail = No se guardó nada. Inténtelo de nuevo en un momento.
problem-log-unavailable = No se puede escribir el registro de accesos
problem-log-unavailable-detail = No se puede mostrar nada mientras las consultas no queden registradas. Avise a quien opera el sistema.
problem-disk-full = El disco está lleno
problem-disk-full-detail = No se guardó nada. Avise a quien opera el sistema.
problem-record-gap = El registro no se sostiene
problem-record-gap-detail = Una verificación encontró que un diario o el registro de accesos no es lo que se escribió. Hasta que un operador y alguien que supervisa hayan dejado constancia de lo ocurrido, aquí no se pone en vigor nada nuevo. Siguen las consultas, y lo que retira algo o protege a alguien. Avise a quien opera el sistema.
problem-disk-failing = El disco no acepta lo que se escribe
problem-disk-failing-detail = No se guardó nada. Avise a quien opera el sistema.
problem-unsure = No se sabe si esto quedó guardado
problem-unsure-detail = La respuesta no llegó a tiempo. Vea si está antes de enviarlo de nuevo.
problem-unopened = Lo que está sellado no se abre
problem-unopened-detail = No se mostró nada de ello. Se movió o se cambió donde descansa, o falta la clave con la que se selló. Avise a quien opera el sistema: «puebla verify», y la página sobre el cambio de claves.
problem-fault = Algo falló de nuestro lado
problem-fault-detail = Quedó registrado con el número { $id }. Cítelo al reportarlo.
refusal-not-a-form = El formulario no se puede leer.
refusal-cut-short = La solicitud terminó antes de estar completa. No se guardó nada.
refusal-not-utf8 = El texto no está en UTF-8. Guárdelo como UTF-8 y envíelo de nuevo.
refusal-json = Este no es el JSON esperado: { $reason }
drafts-too-many = Usted guarda demasiados borradores. Deseche alguno primero.
drafts-not-yours = Este borrador no es suyo.
