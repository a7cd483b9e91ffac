# Lo que dicen las órdenes por la salida de errores.
command-full = El disco está lleno. No se guardó nada.
command-unsynced = El disco no acepta lo que se escribe. No se guardó nada.
command-unsure = El disco falló. No se sabe si esto quedó guardado: vea si está antes de repetirlo.
command-busy = El almacén está ocupado o se está deteniendo. No se guardó nada; inténtelo de nuevo.
command-foreign = { $file } no es una base de datos de Puebla. No se cambió nada en ella.
command-served = Otro proceso está sirviendo { $folder }. Deténgalo, o trabaje a través de él con --server.
command-newer = { $file } tiene la forma { $found } y esta versión conoce la forma { $known }: lo escribió una versión más nueva. Deténgase aquí: instale la versión que lo escribió, o reponga el respaldo o la copia anterior a la actualización.
command-missing = Falta: { $what }. Si se perdió, «puebla restore» lo recupera de un respaldo; «puebla doctor --data» dice más.
command-occupied = Ya hay algo ahí: { $what }
command-wrong-key = { $key } no es la clave con la que se escribieron estos datos. Reponga las claves propias de la carpeta.
command-exposed = { $file } es un secreto que otras cuentas de esta máquina pueden leer. Póngale el modo 0400 (chmod 0400) y averigüe quién pudo leerlo.
command-damaged = Dañado: { $what }. «puebla verify» dice más.
command-fault = Algo salió mal: { $reason }
command-fault-logged = Algo salió mal; la línea de arriba con { $id } dice qué.
command-output = No se puede escribir en la salida estándar: { $reason }
command-unwritable = No se puede escribir { $file }: { $reason }
command-unreadable = No se puede leer { $file }: { $reason }
command-nobody = Aquí nadie se llama { $name }.
command-not-permitted = Las políticas no lo permiten, o no existe tal registro. El intento queda en el registro de accesos.
command-refused = Rechazado: { $code }
command-purpose-needed = Indique la finalidad con --purpose, una de estas: { $purposes }
command-place-line = línea { $line }
command-place-column = línea { $line }, columna { $column }

# Uso incorrecto.
usage-unknown = Aquí no existe el argumento { $argument }.
usage-no-command = No existe la orden «{ $command }».
usage-command-missing = Falta una orden.
usage-missing = Falta: { $arguments }
usage-conflict = { $argument } no se puede usar junto con { $other }.
usage-value-missing = { $argument } necesita un valor.
usage-value = { $argument } no admite «{ $value }»: { $reason }
usage-other = { $reason }
usage-see = El manual: { $command }
value-address = indique una dirección y un puerto, como 127.0.0.1:8080 o [::1]:8080
value-origin-form = indique esquema, nombre del servidor y puerto y nada más, como https://secretariat.example
value-origin-number = indique un nombre: los navegadores unen las llaves de acceso a nombres, no a números
value-origin-clear = indique una dirección https: los navegadores usan llaves de acceso solo por TLS, salvo en http://localhost
value-day = indique un día como AAAA-MM-DD
value-purpose = indique el código de una finalidad; docs/operate/commands.md los enumera
value-party = indique las tres letras mayúsculas de un Estado u organización
value-machine = dé la dirección de una máquina, como en 10.0.0.9
value-language = indique en, es o fr

# Trabajo con un servidor.
server-in-the-clear = Un token no se envía sin cifrar a { $url }: use https, o una dirección de esta máquina.
server-token-open = Otros pueden leer { $file }: póngale el modo 0400.
server-token-form = { $file } no contiene un token.
server-no-authority = { $file } no contiene ningún certificado.
server-other = { $url } respondió con el estado { $status } y no es un servidor de Puebla, o no uno que pueda responder.
server-unreachable = Falló la conexión con { $url }: { $reason }

# serve
serve-listening = Escuchando en { $url }
serve-in-the-clear = A { $address } se llega desde otras máquinas: dé --certificate y --key. Un intermediario en esta máquina llega a 127.0.0.1 sin ellos.
serve-open-key = Cualquiera puede leer { $file }: póngale el modo 0400.
serve-metrics-for-anyone = A { $address } se llega desde otras máquinas: nombre con --metrics-for las que pueden leer las métricas.
serve-taken = Otro programa ocupa { $address }.
serve-not-allowed = Esta cuenta no puede escuchar en { $address }: los puertos menores de 1024 están reservados.
serve-not-ours = { $address } no es una dirección de esta máquina.
serve-cannot-listen = No se puede escuchar en { $address }: { $reason }
serve-certificate = { $file } no se puede usar como certificado con su clave: { $reason }
serve-clock-behind = El reloj de esta máquina dice { $now }, pero en esta carpeta ya se trabajó a las { $last }. Ajuste el reloj. Si está bien y la otra hora era la equivocada, arranque una vez con --trust-clock.

# init
init-done = Se creó { $folder }.
init-first = Primera administración: { $user }. Contraseña, que solo se muestra ahora: { $password }
init-next = En el primer inicio de sesión hay que cambiarla y configurar los códigos de un solo uso. Copie pronto las claves aparte: «puebla backup --keys».
init-profile = El perfil no se puede usar: { $reason }

# rebuild
rebuild-house = { $house }: { $entries } asientos aplicados, { $destroyed } destruidos que se pasaron por alto.
rebuild-same = Ninguna tabla cambió.
rebuild-changed = Estas tablas difieren de como estaban: { $tables }

# verify
verify-log = Registro de accesos: { $leaves } líneas, { $details } de ellas con su detalle; último resumen { $head }
verify-house = { $house }: { $entries } asientos en { $series } series, { $destroyed } contenidos destruidos según una regla; raíz { $root }
verify-files = Archivos: { $count }, { $kilobytes } kB
verify-damage = DAÑADO: { $what }
verify-sound = Todo es lo que se escribió.
verify-not-sound = Se encontraron daños. Conserve la carpeta tal como está, restaure al lado el último respaldo y compare.

# restore
restore-unusable = { $file } no se puede restaurar: { $what }
restore-wrong-key = Estas no son las claves de este respaldo: { $key } es otra.
restore-later-key = Esta copia de las claves es más antigua que el respaldo: no tiene { $key } desde { $since }. Use una copia hecha después.
restore-earlier-key = El respaldo se hizo con una { $key } que se destruyó el { $until }. Use una copia de las claves hecha antes.
restore-done = Se restauró { $folder } del respaldo de { $process } hecho el { $at } por la versión { $release }.
restore-counts = Se volvió a calcular: { $entries } asientos, { $leaves } líneas del registro de accesos, { $files } archivos.
restore-next = Nadie tiene la sesión iniciada. Quien fue suspendido y el token que se anuló después del respaldo vuelven a valer: revise ambos.

# keys
keys-in-force = { $key }: número { $epoch }, en vigor desde { $since }
keys-since-made = que se hizo la carpeta
keys-before = antes: número { $epoch }, hasta { $until }
keys-vouched = { "  " }su firma bajo la siguiente: { $signature }
keys-destroyed-on = { "  " }destruida el { $at }
keys-rests-nothing = { "  " }nada descansa en ella: «puebla keys destroy» termina con ella
keys-rests = { "  " }{ $state }: { $count } números descansan en ella
keys-still-rests = Todavía hay números que descansan en la clave { $epoch }. Sus Estados los ingresan otra vez, o vencen.
keys-rotated = { $key } es nueva desde ahora.
keys-rotated-numbers = Lo que se ingrese desde ahora descansa en ella. Lo ingresado antes se encuentra como antes, con la clave anterior: «puebla keys show» lo cuenta.
keys-rotated-secrets = Todos los secretos de códigos de un solo uso se sellaron de nuevo; el aparato de cada persona sigue igual. Se borraron las copias anteriores a una actualización.
keys-rotated-checkpoint = Los puntos de control firmados antes siguen valiendo. Comunique la nueva clave pública a quienes guardan alguno: «puebla keys show».
keys-sealed-anew = Se sellaron de nuevo: { $codes } secretos de códigos de un solo uso, { $roots } raíces de palabras selladas. Las palabras selladas antes descansan como estaban; lo que se selle desde ahora queda bajo una raíz nueva.
keys-copy-again = Haga ahora un respaldo y una copia de las claves. Guarde la copia anterior mientras se guarden respaldos anteriores, y no más.
keys-destroyed = La clave { $epoch } de los números está destruida.
keys-demonstration = Una demostración muestra los códigos de todos con esta clave: no se cambia.

# drill
drill-made = El respaldo se hizo el { $at }.
drill-counts = Se volvió a calcular: { $entries } asientos, { $leaves } líneas del registro de accesos, { $files } archivos. Se abrieron { $secrets } secretos de códigos de un solo uso.
drill-number = El número se encontró.
drill-times = Segundos: restaurado en { $restore }, verificado en { $verify }, rehecho a partir del diario en { $rebuild }; { $all } en total.
drill-wrong = MAL: { $what }
drill-sound = Con este respaldo se puede restaurar todo. Lo restaurado se volvió a borrar.
drill-not-sound = Algo está mal. Haga otro respaldo y revise uno más antiguo. Lo restaurado se volvió a borrar.
drill-not-noted = El simulacro no quedó anotado: indique la carpeta con --data o el servidor con --server.

# mrz
mrz-zone = Zona { $number }, { $format }: { $arithmetic }
mrz-agrees = todos los dígitos de control concuerdan; eso no prueba la autenticidad
mrz-disagrees = hay dígitos de control que no concuerdan
mrz-digit-agrees = { $field }: { $digit } concuerda
mrz-digit-disagrees = { $field }: está { $digit } y debería estar { $expected } (línea { $line }, columnas { $from } a { $to })
mrz-uncovered = Ningún dígito de control cubre: { $fields }
mrz-unreadable = La zona { $number } no se puede leer. { $message }

# policy
policy-fits = { $files } archivos de políticas se ajustan al esquema de { $actions } acciones.
policy-version = Versión { $version }
policy-wrong = Las políticas no se ajustan: { $reason }

# user
user-password = { $user }: primera contraseña, que solo se muestra ahora: { $password }
user-suspended = con suspensión

# import
import-cut = El archivo terminó antes de estar completo: { $reason }. No se ingresó nada.
import-stands-still = La importación no avanza desde hace una hora. Todavía puede ingresarse: busque { $id } entre las importaciones antes de volver a enviar el archivo.

# decisions: como las muestra un comando
decisions-draft = { $number }. { $verbs }: { $text }
decisions-draft-addressees = { "    " }a: { $names }
decisions-draft-due = { "    " }vence el { $date }: { $rule }
decisions-draft-due-open = { "    " }vence un día que aún no se conoce: { $rule }
decisions-draft-condition = { "    " }con una condición: { $text }
decisions-draft-no-verb = sin verbo
decisions-drafts-count = { $count ->
        [one] Se leyó una decisión. No se ingresó nada.
       *[other] Se leyeron { $count } decisiones. No se ingresó nada.
    }
decisions-kept = Leído y guardado como borradores. Todavía no se anotó nada: confirme cada uno en { $path }
decisions-reading = Párrafos leídos
