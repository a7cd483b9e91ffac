# Lo que encuentra el examen: qué es, por qué importa, qué hacer.
doctor-well = No hay nada que hacer.
doctor-to-do = Por hacer: { $count }
doctor-is-note = conviene saberlo
doctor-is-todo = por hacer
doctor-is-urgent = urgente
doctor-is-stops = detenido

doctor-folder-absent = No existe la carpeta { $folder }.
doctor-folder-absent-why = Sin ella no hay nada que servir.
doctor-folder-absent-do = Si la máquina es nueva: «puebla init --data { $folder }». Si existía: mire si su disco está montado; si no, restaure el último respaldo con «puebla restore».

doctor-folder-foreign = { $folder } no es una carpeta de datos de Puebla.
doctor-folder-foreign-why = Nada de ella se puede servir.
doctor-folder-foreign-do = Indique la carpeta que creó «puebla init». ¿Es esa? Entonces quizá su disco no esté montado.

doctor-folder-unreadable = Esta cuenta no puede leer { $folder }.
doctor-folder-unreadable-why = Lo que no se puede leer no se puede examinar.
doctor-folder-unreadable-do = Dé la orden con la cuenta que sirve: «sudo -u { $account } puebla doctor --data { $folder }».

doctor-folder-mode = { $folder } está abierta a otras cuentas: su modo es { $mode }.
doctor-folder-mode-why = Podrían leer lo que comunican los Estados.
doctor-folder-mode-do = chmod 0700 { $folder }

doctor-folder-owner = { $file } no pertenece a { $account }, a quien pertenece { $folder }.
doctor-folder-owner-why = Quizá el servidor no pueda escribir en él. Ocurre cuando se da una orden como root.
doctor-folder-owner-do = chown -R { $account }: { $folder }

doctor-folder-root = { $folder } pertenece a { $account }.
doctor-folder-root-why = Quien la sirva tiene que ser entonces root, y un fallo del servidor lo sería de toda la máquina.
doctor-folder-root-do = Désela a una cuenta propia: «chown -R puebla: { $folder }», y sirva con esa cuenta.

doctor-key-missing = Falta una clave: { $file }
doctor-key-missing-why = Sin sus claves la carpeta no se sirve; ningún número de ella se puede volver a encontrar.
doctor-key-missing-do = Reponga la copia hecha con «puebla backup --keys»: restaure con ella el último respaldo al lado de { $folder } y tome de ahí los archivos de «keys».

doctor-key-open = Otras cuentas pueden leer una clave: { $file }
doctor-key-open-why = Quien la tenga puede probar todos los números contra el registro. Así la carpeta no se sirve.
doctor-key-open-do = chmod 0400 { $file } — después averigüe quién pudo leerla.

doctor-key-damaged = Una clave no se puede usar: { $file }
doctor-key-damaged-why = Sin sus claves la carpeta no se sirve.
doctor-key-damaged-do = Reponga la copia hecha con «puebla backup --keys», como cuando falta una clave.

doctor-key-wrong = { $file } no es la clave con la que se escribieron estos datos.
doctor-key-wrong-why = Con otra clave no se encontraría nada del registro. Así la carpeta no se sirve.
doctor-key-wrong-do = Reponga las claves propias de la carpeta. Están donde las escribió «puebla backup --keys».

doctor-file-missing = { $file } estaba y ya no está.
doctor-file-missing-why = No se crea de nuevo: uno vacío respondería «sin reporte» a cada pregunta.
doctor-file-missing-do = Busque el archivo. Si se perdió, conserve { $folder } tal como está y restaure al lado el último respaldo con «puebla restore».

doctor-file-foreign = { $file } no es una base de datos de Puebla.
doctor-file-foreign-why = Hay otra cosa en su lugar, o se sobrescribió su comienzo.
doctor-file-foreign-do = Conserve { $folder } tal como está y restaure al lado el último respaldo con «puebla restore».

doctor-file-newer = { $file } tiene la forma { $found }; esta versión conoce la forma { $known }.
doctor-file-newer-why = Una versión más nueva trabajó en él. Esta no lo toca.
doctor-file-newer-do = Instale de nuevo la versión más nueva; o restaure en una carpeta nueva el respaldo hecho antes de la actualización.

doctor-file-damaged = { $file } está dañado: { $reason }
doctor-file-damaged-why = Lo que responde puede ser falso.
doctor-file-damaged-do = Detenga el servidor, conserve { $folder } tal como está, restaure al lado el último respaldo con «puebla restore» y haga revisar el disco.

doctor-upgrade-pending = { $file } tiene la forma { $found }; esta versión le dará la forma { $known }.
doctor-upgrade-pending-why = Lo hará el próximo arranque. Después una versión anterior ya no puede trabajar en él.
doctor-upgrade-pending-do = Haga un respaldo antes del próximo arranque.

doctor-tables-pending = Las tablas de { $file } se harán de nuevo a partir de su diario.
doctor-tables-pending-why = Lo hará el próximo arranque, porque esta versión las hace de otra manera. Con muchos asientos tarda minutos.
doctor-tables-pending-do = Nada: espere a que termine el próximo arranque.

doctor-content-damaged = No es lo que se escribió: { $reason }
doctor-content-damaged-why = Alguien o algo lo cambió.
doctor-content-damaged-do = Conserve la carpeta tal como está, restaure al lado el último respaldo con «puebla restore», compare e informe a quienes supervisan.

doctor-reserve-spent = La reserva de espacio de disco en { $folder } se agotó.
doctor-reserve-spent-why = Le permitió actuar con el disco lleno. La próxima vez no habrá ninguna.
doctor-reserve-spent-do = Haga sitio en el disco; la reserva se vuelve a guardar entonces.

doctor-wal-large = { $file } creció hasta { $size }.
doctor-wal-large-why = Algo lleva mucho tiempo leyendo, y lo escrito no se pudo incorporar. El disco se llena.
doctor-wal-large-do = Busque una orden que lleve horas en marcha; si no la hay, reinicie el servidor.

doctor-wal-left = { $file } ({ $size }) quedó de un servidor que no terminó en orden.
doctor-wal-left-why = No se pierde nada: el próximo arranque lo incorpora.
doctor-wal-left-do = Arranque el servidor. No borre el archivo.

doctor-disk-full = Al disco de { $folder } le quedan { $free }.
doctor-disk-full-why = Cuando se llena, se rechaza lo que comunican los Estados; agotada también la reserva, no se muestra nada, porque ninguna consulta se puede registrar.
doctor-disk-full-do = Haga sitio ahora: lleve a otra parte respaldos viejos y archivos de otros programas, o amplíe el disco.

doctor-disk-filling = El disco de { $folder } alcanza para unos { $days } días más: quedan { $free }, a { $pace } por día.
doctor-disk-filling-why = Es el ritmo desde el primer día de la carpeta; una importación va más rápido.
doctor-disk-filling-do = Amplíe el disco, o lleve a otra parte los archivos de otros programas.

doctor-disk-copy = Al disco de { $folder } le quedan { $free }; un respaldo necesita ahí { $size } mientras se hace.
doctor-disk-copy-why = El próximo respaldo fallará.
doctor-disk-copy-do = Haga sitio en el disco, o amplíelo.

doctor-disk-memory = { $folder } está en la memoria ({ $kind }).
doctor-disk-memory-why = Todo se pierde cuando la máquina se detiene.
doctor-disk-memory-do = Lleve la carpeta a un disco: detenga el servidor, copie la carpeta e indique el lugar nuevo en --data.

doctor-disk-network = { $folder } está en otra máquina ({ $kind }).
doctor-disk-network-why = A través de una red no se puede contar con los bloqueos ni con lo que promete fsync: los datos pueden dañarse.
doctor-disk-network-do = Lleve la carpeta a un disco de esta máquina. Por la red envíe respaldos, no la carpeta.

doctor-party-alone = Sin persona administradora activa: { $parties }
doctor-party-alone-why = Ahí nadie puede dar de alta ni suspender a nadie.
doctor-party-alone-do = Para cada uno: «puebla user found NOMBRE --party CÓDIGO …», en nombre de quien opera la máquina.

doctor-operator-none = No hay ninguna persona operadora activa.
doctor-operator-none-why = Los respaldos, las verificaciones y las restauraciones son suyos.
doctor-operator-none-do = La persona administradora de la secretaría da de alta a una: «puebla user add NOMBRE --role operator …».

doctor-operator-one-factor = Personas operadoras sin segundo factor: { $count }
doctor-operator-one-factor-why = Quien conozca su contraseña podría configurarlo en su lugar y llegar así a una copia de todo.
doctor-operator-one-factor-do = Pídales que inicien sesión; ahí se les pide configurarlo.

doctor-password-unused = Personas que no usaron su primera contraseña en los siete días en que sirve: { $count } ({ $parties })
doctor-password-unused-why = Ya no pueden entrar con ella, y nadie vigila una cuenta que nadie usa.
doctor-password-unused-do = Sus administradores suspenden a quien no necesite la cuenta y dan a los demás una primera contraseña nueva.

doctor-token-ending = Tokens para operar que terminan en menos de dos semanas: { $count }
doctor-token-ending-why = Los respaldos o verificaciones nocturnos que lo usen fallarán entonces.
doctor-token-ending-do = Cree uno nuevo en la página Cuenta y póngalo en lugar del anterior.

doctor-backup-never = Nunca se hizo un respaldo.
doctor-backup-never-why = Si el disco falla, se pierde todo.
doctor-backup-never-do = «puebla backup --out ARCHIVO», y una vez «puebla backup --keys ARCHIVO». Después cada noche: docs/operate/backup-and-restore.md

doctor-backup-old = El último respaldo se hizo hace { $hours } horas, a las { $at }.
doctor-backup-old-why = Lo posterior se pierde si el disco falla.
doctor-backup-old-do = Haga uno ahora; después mire por qué no se hizo el nocturno: «systemctl status puebla-backup.timer».

doctor-verification-never = Nunca se verificó nada.
doctor-verification-never-why = Un daño que nadie busca aparece cuando menos conviene.
doctor-verification-never-do = «puebla verify», o el botón de la página Operación.

doctor-verification-old = La última verificación fue hace { $hours } horas, a las { $at }.
doctor-verification-old-why = Un cambio posterior no se ha notado.
doctor-verification-old-do = «puebla verify»; después mire por qué no corrió el temporizador: «systemctl status puebla-verify.timer».

doctor-record-gap = La verificación de { $at } encontró que un diario o el registro de accesos no se sostiene, y nadie ha dejado constancia de lo ocurrido.
doctor-record-gap-why = Las alertas sobre personas están detenidas: no se pone en vigor nada nuevo sobre nadie.
doctor-record-gap-do = Restaure el último respaldo que se sostiene y sírvalo; o haga que un operador y alguien que supervisa, dos personas, digan en la página Operación lo ocurrido.

doctor-verification-damage = La verificación de { $at } encontró daños.
doctor-verification-damage-why = Algo no es lo que se escribió.
doctor-verification-damage-do = Lea en la página Operación qué fue. Conserve la carpeta tal como está, restaure al lado el último respaldo y compare.

doctor-clock-behind = El reloj de esta máquina dice { $now }; la última línea del registro de accesos se escribió a las { $last }.
doctor-clock-behind-why = El reloj atrasa, o adelantaba. Los códigos de un solo uso fallan y los vencimientos llegan en otro día.
doctor-clock-behind-do = Ponga el reloj en hora: «timedatectl set-ntp true». Después reinicie el servidor.

doctor-clock-free = El reloj no se ajusta con la hora de la red.
doctor-clock-free-why = Cuando se desvía medio minuto, los códigos de un solo uso empiezan a fallar.
doctor-clock-free-do = timedatectl set-ntp true — o instale chrony.

doctor-clock-unknown = Aquí no se puede saber si el reloj se ajusta.
doctor-clock-unknown-why = De él dependen los códigos de un solo uso y los vencimientos.
doctor-clock-unknown-do = Mire usted si la máquina toma la hora de la red: «chronyc tracking», o pregunte a quien administra el anfitrión.

doctor-swap-on = Esta máquina usa memoria de intercambio.
doctor-swap-on-why = Las claves que el servidor tiene en memoria pueden llegar al disco.
doctor-swap-on-do = Cífrela o prescinda de ella: «swapoff --all», y quítela de /etc/fstab.

doctor-memory-small = Esta máquina tiene { $size } de memoria.
doctor-memory-small-why = El manual cuenta con dos gigabytes.
doctor-memory-small-do = Dele más, antes de que haya millones de asientos.

doctor-serving = El proceso { $process } (cuenta { $account }) sirve { $folder } en { $addresses }
doctor-serving-why = Las órdenes trabajan entonces a través de él, con --server.
doctor-serving-do = Nada.

doctor-serving-none = Nadie sirve { $folder }.
doctor-serving-none-why = Nadie puede consultar nada. Las órdenes trabajan en la carpeta misma.
doctor-serving-none-do = systemctl start puebla

doctor-serving-root = El proceso { $process }, que tiene { $folder }, corre como { $account }.
doctor-serving-root-why = Un fallo del servidor lo sería de toda la máquina.
doctor-serving-root-do = Deténgalo, dé la carpeta a una cuenta propia («chown -R puebla: { $folder }») y sirva con esa cuenta.

doctor-serving-other = El proceso { $process } ejecuta otro archivo que esta orden, desde que se abrió { $folder }.
doctor-serving-other-why = El programa se reemplazó y no se reinició, o hay dos. Lo corregido no está en vigor.
doctor-serving-other-do = systemctl restart puebla

doctor-serving-silent = El proceso { $process } tiene { $folder } y no se llega a él (direcciones: { $addresses })
doctor-serving-silent-why = Nadie puede trabajar, y ningún otro servidor puede arrancar.
doctor-serving-silent-do = «journalctl -u puebla» dice qué hace. Si es una orden, espere a que termine; si es un servidor, reinícielo.

doctor-serving-files = El proceso { $process } puede tener abiertos { $files } archivos y conexiones.
doctor-serving-files-why = Con muchos lectores a la vez se rechazan conexiones.
doctor-serving-files-do = LimitNOFILE=65536 en la unidad, después «systemctl daemon-reload» y «systemctl restart puebla».

doctor-serving-core = El proceso { $process } puede dejar un volcado de memoria.
doctor-serving-core-why = Un volcado de memoria contiene las claves.
doctor-serving-core-do = LimitCORE=0 en la unidad, después «systemctl daemon-reload» y «systemctl restart puebla».

doctor-unit-absent = systemd no conoce puebla.service.
doctor-unit-absent-why = Después de reiniciar la máquina nadie sirve.
doctor-unit-absent-do = Instale el paquete, que trae la unidad: docs/operate/install.md

doctor-unit-disabled = puebla.service no arranca con la máquina.
doctor-unit-disabled-why = Después de reiniciar la máquina nadie sirve.
doctor-unit-disabled-do = systemctl enable puebla

doctor-certificate-unreadable = { $file } no se puede usar: { $reason }
doctor-certificate-unreadable-why = El servidor no arranca sin certificado y clave.
doctor-certificate-unreadable-do = Ponga los archivos PEM que dio la autoridad, legibles para la cuenta que sirve.

doctor-certificate-early = El certificado { $file } vale desde { $at }.
doctor-certificate-early-why = Hasta entonces los navegadores rechazan el servidor.
doctor-certificate-early-do = Mire si el reloj está en hora; si lo está, use el certificado anterior.

doctor-certificate-ended = El certificado { $file } terminó el { $at }.
doctor-certificate-ended-why = Los navegadores rechazan el servidor.
doctor-certificate-ended-do = Renuévelo, después «systemctl kill --signal=HUP puebla»: se lee de nuevo sin cortar a nadie.

doctor-certificate-ending = El certificado { $file } termina en { $days } días, el { $at }.
doctor-certificate-ending-why = Después los navegadores rechazan el servidor.
doctor-certificate-ending-do = Renuévelo, después «systemctl kill --signal=HUP puebla»: se lee de nuevo sin cortar a nadie.

doctor-certificate-name = El certificado { $file } no es para { $host }.
doctor-certificate-name-why = Los navegadores que piden ese nombre rechazan el servidor.
doctor-certificate-name-do = Haga emitir uno para ese nombre, o use el nombre para el que es.

doctor-certificate-key-open = Cualquiera en esta máquina puede leer { $file }.
doctor-certificate-key-open-why = Quien la tenga puede hacerse pasar por el servidor. Así el servidor no arranca.
doctor-certificate-key-open-do = chmod 0400 { $file } — después haga emitir el certificado de nuevo con otra clave.

doctor-certificate-key-other = { $file } es la clave de otro certificado.
doctor-certificate-key-other-why = El servidor no arranca con ella.
doctor-certificate-key-other-do = Ponga un certificado y una clave hechos juntos.

doctor-server-unreachable = { $url } no responde como Puebla: { $reason }
doctor-server-unreachable-why = Desde aquí nadie puede trabajar.
doctor-server-unreachable-do = Mire en su máquina con «puebla doctor --data»; después el intermediario, el cortafuegos y el nombre.

doctor-server-not-ready = { $url } vive y ahora no puede responder.
doctor-server-not-ready-why = No se puede escribir su registro de accesos, o no se puede leer quiénes son sus personas: entonces no se muestra nada.
doctor-server-not-ready-do = Mire en su máquina con «puebla doctor --data», primero el disco.

doctor-server-clock = Los relojes de { $url } y de esta máquina difieren { $seconds } segundos.
doctor-server-clock-why = Uno de los dos está mal. Con medio minuto los códigos de un solo uso empiezan a fallar.
doctor-server-clock-do = En ambas: «timedatectl set-ntp true».
