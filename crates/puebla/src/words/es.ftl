# Lo que dicen las órdenes por la salida de errores.
command-full = El disco está lleno. No se guardó nada.
command-busy = El almacén está ocupado o se está deteniendo. No se guardó nada; inténtelo de nuevo.
command-foreign = { $file } no es una base de datos de Puebla. No se cambió nada en ella.
command-served = Otro proceso está sirviendo { $folder }. Deténgalo, o trabaje a través de él con --server.
command-newer = { $file } tiene la forma { $found } y esta versión conoce la forma { $known }: lo escribió una versión más nueva.
command-missing = Falta: { $what }
command-occupied = Ya hay algo ahí: { $what }
command-wrong-key = { $key } no es la clave con la que se escribieron estos datos. Reponga las claves propias de la carpeta.
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
serve-in-the-clear = A { $address } se llega desde otras máquinas: dé --certificate y --key, o diga --behind-tls-proxy.
serve-open-key = Cualquiera puede leer { $file }: póngale el modo 0400.
serve-taken = Otro programa ocupa { $address }.
serve-not-allowed = Esta cuenta no puede escuchar en { $address }: los puertos menores de 1024 están reservados.
serve-not-ours = { $address } no es una dirección de esta máquina.
serve-cannot-listen = No se puede escuchar en { $address }: { $reason }
serve-certificate = { $file } no se puede usar como certificado con su clave: { $reason }

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
restore-done = Se restauró { $folder } del respaldo de { $process } hecho el { $at } por la versión { $release }.
restore-counts = Se volvió a calcular: { $entries } asientos, { $leaves } líneas del registro de accesos, { $files } archivos.
restore-next = Nadie tiene la sesión iniciada. Quien fue suspendido y el token que se anuló después del respaldo vuelven a valer: revise ambos.

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
user-no-codes = La demostración no le pide código a { $user }.

# import
import-cut = El archivo terminó antes de estar completo: { $reason }. No se ingresó nada.
import-stands-still = La importación no avanza desde hace una hora. Todavía puede ingresarse: busque { $id } entre las importaciones antes de volver a enviar el archivo.
