# El manual que muestra --help.
manual-usage = Uso:
manual-commands = Órdenes
manual-command = ORDEN
manual-options = Opciones
manual-option-words = OPCIONES
manual-arguments = Argumentos

manual-puebla = La Secretaría Virtual de una conferencia de Estados sobre migración: lo que los Estados informan sobre documentos, la consulta en frontera y quién consultó qué.
manual-puebla-more =
    Una sola carpeta lo guarda todo: bases de datos, archivos, claves. Un solo proceso a la vez trabaja con ella: «puebla serve», o una orden con --data. A través de un servidor, algunas órdenes trabajan con --server y un token. De las dos maneras, el registro de accesos dice quién lo hizo y con qué finalidad.

    Para verlo con datos inventados:
      puebla demo

    Para empezar:
      puebla init --data /srv/puebla --administrator ana.ruiz --party XSV
      puebla user add ivan.operator --data /srv/puebla --as ana.ruiz --name "Iván Lemus" --institution Secretaría --role operator
      puebla backup --data /srv/puebla --as ivan.operator --keys /media/caja/puebla.keys
      puebla serve --data /srv/puebla --listen 0.0.0.0:443 --certificate chain.pem --key key.pem

    Estados de salida:
      0  hecho
      1  la respuesta es no: se encontraron daños, una zona no cuadra
      2  uso incorrecto
      3  lo que se dio no se puede usar, o no por esta persona
      4  no se puede trabajar con la carpeta o el servidor: no está, está en servicio, es ajena, es de una versión posterior
      5  el disco está lleno, el almacén está ocupado, o la falla es nuestra

    Entorno:
      PUEBLA_DATA, PUEBLA_AS, PUEBLA_SERVER, PUEBLA_TOKEN_FILE hacen las veces de las opciones de esos nombres.
      PUEBLA_LOG dice cuánto anota una orden de su propio trabajo, como en «info» o «warn,base=debug».
      LC_ALL, LC_MESSAGES y LANG eligen el idioma cuando --language no lo hace.

    Cada orden tiene su propia página: puebla serve --help. Todas: docs/operate/commands.md.
manual--language = Idioma de los mensajes y de este manual: en, es o fr. Si no, el del entorno.
manual--help = Muestra esta página.
manual--version = Muestra la versión.
manual--data = La carpeta de datos; ningún otro proceso puede estar trabajando con ella.
manual--as = Nombre de usuario de la persona en cuyo nombre se hace; queda en el registro de accesos.
manual--purpose = Finalidad con la que se hace, si la persona tiene varias; en un servidor, si la orden tiene varias.
manual--server = Dirección de un servidor a través del cual trabajar, como https://secretaria.example.
manual--token-file = Archivo con el token para ese servidor, que solo su dueño pueda leer.
manual--authority = Archivo PEM de las autoridades que responden por ese servidor; si no, aquellas en que confía esta máquina.
manual--json = Muestra JSON, un objeto por línea, para máquinas.
manual--out = Escribe en este archivo, que aparece solo cuando está completo, en lugar de la salida estándar.

manual-serve = Sirve una carpeta de datos hasta recibir SIGTERM o una interrupción.
manual-serve-more =
    Muestra la dirección cuando ya escucha. Lo que esté en curso al recibir la señal tiene diez segundos para terminar. Con SIGHUP vuelve a leer el certificado y su clave. Una carpeta más antigua se lleva primero a la forma de esta versión, con una copia al lado.
    Sin certificado escucha solo en esta máquina, salvo que un intermediario delante haga TLS.

    Ejemplos:
      puebla serve --data /srv/puebla
      puebla serve --data /srv/puebla --listen [::]:443 --certificate chain.pem --key key.pem
      puebla serve --data /srv/puebla --listen 127.0.0.1:8080 --behind-tls-proxy --origin https://secretariat.example
manual-serve--listen = Dirección y puerto; el puerto 0 toma uno libre. Si no, 127.0.0.1:8080.
manual-serve--certificate = Archivo PEM del certificado y de lo que lo une a una autoridad.
manual-serve--key = Archivo PEM de la clave del certificado, que no pueda leer cualquiera.
manual-serve--behind-tls-proxy = Dice que un intermediario delante hace TLS y pone X-Forwarded-For: las cookies se envían entonces solo por TLS, y la última dirección de esa cabecera se toma por la del cliente.
manual-serve--origin = Dirección con la que los navegadores llegan al servidor, como https://secretariat.example. Las llaves de acceso quedan unidas a su nombre. Si no, http://localhost con el puerto, cuando el servidor escucha sin TLS en esta máquina; en los demás casos no hay llaves de acceso.
manual-serve--unwatched = Solo para medir: no se bloquea a quien controla número tras número. Se avisa a quienes supervisan de que el servidor se inició así.
manual-serve--log = Forma del diario propio del servidor en la salida de errores: text o json.
manual-serve--reserve-mib = Espacio que se guarda en el disco para el día en que se llene, en MiB; 0 para ninguno. Si no, 64.
manual-serve--trust-clock = Dice que el reloj está bien, sepa lo que sepa la carpeta de la hora anterior.
manual-serve--metrics = Dirección y puerto en que se muestran métricas en la forma de Prometheus; si no, en ninguna parte. Mejor de esta máquina: 127.0.0.1:9464.
manual-serve--metrics-for = Otra máquina que puede leerlas; se puede dar varias veces.

manual-init = Crea una carpeta de datos nueva y su primera persona administradora.
manual-init-more =
    La contraseña se muestra una sola vez. En el primer inicio de sesión hay que cambiarla y configurar los códigos de un solo uso.

    Ejemplo:
      puebla init --data /srv/puebla --administrator ana.ruiz --name "Ana Ruiz" --party XSV
manual-init--profile = El proceso al que se sirve: rcm, o un archivo que describa otro.
manual-init--administrator = Nombre de usuario de la primera persona administradora.
manual-init--name = Su nombre; si no, el nombre de usuario.
manual-init--party = Tres letras del Estado u organización que administra, como figuran en el perfil.
manual-init--institution = Nombre de su institución; si no, las tres letras.

manual-mrz = Lee zonas de lectura mecánica: dígitos de control, estructura, comprobaciones cruzadas. No consulta ningún registro.
manual-mrz-more =
    Las zonas vienen separadas por una línea en blanco. El JSON se describe en docs/formats/zone.md.
    Que la aritmética cuadre no prueba la autenticidad.

    Ejemplos:
      puebla mrz zonas.txt
      puebla mrz --json --on 2026-06-01 < zonas.txt

    Estado de salida 1: una zona no se pudo leer, o un dígito de control no concuerda.
manual-mrz--file = Archivo de zonas; si no, la entrada estándar.
manual-mrz--on = Día respecto del cual se leen los años de dos cifras; si no, hoy.

manual-rebuild = Vuelve a hacer todas las tablas a partir del diario.
manual-rebuild-more =
    Dice, para cada casa, cuántos asientos se aplicaron y qué tablas difieren de como estaban.

    Ejemplo:
      puebla rebuild --data /srv/puebla --as ivan.operador

    Estado de salida 1: con --check, alguna tabla cambiaría.
manual-rebuild--check = No cambia nada; dice qué cambiaría.

manual-verify = Vuelve a calcular el registro de accesos, cada diario y cada archivo.
manual-verify-more =
    Un punto de control es un texto breve y firmado que dice dónde estaba todo. Guardado en otra parte, revela cualquier corte posterior.

    Ejemplos:
      puebla verify --data /srv/puebla --as ivan.operador --write-checkpoint 2026-11.txt
      puebla verify --server https://secretaria.example --token-file token --purpose oversight --checkpoint 2026-11.txt

    Estado de salida 1: se encontraron daños; se muestra cuáles y dónde.
manual-verify--checkpoint = Un punto de control guardado antes, con el cual comparar; se puede dar varias veces.
manual-verify--write-checkpoint = Escribe en este archivo un punto de control firmado, si nada está dañado.

manual-backup = Copia todo menos las claves en un solo tar, y las claves aparte.
manual-backup-more =
    El propio tar dice, con firma, qué contiene. Copie las claves una vez, y otra después de cada cambio, y guárdelas donde no estén los respaldos.

    Ejemplos:
      puebla backup --data /srv/puebla --as ivan.operador --out /respaldo/2026-11-23.tar
      puebla backup --server https://secretaria.example --token-file token --out 2026-11-23.tar
      puebla backup --data /srv/puebla --as ivan.operador --keys /media/caja/puebla.keys
manual-backup--keys = Escribe una copia de las claves en este archivo nuevo de modo 0400; si no se pide otra cosa, solo eso.

manual-restore = Hace una carpeta de datos a partir de un respaldo y sus claves.
manual-restore-more =
    Todo se vuelve a calcular antes de que la carpeta se pueda servir. Un fracaso no deja nada atrás.

    Ejemplo:
      puebla restore --from 2026-11-23.tar --keys puebla.keys --to /srv/puebla-otra --as ivan.operador
manual-restore--from = El tar; «-» para la entrada estándar.
manual-restore--keys = La copia de las claves.
manual-restore--to = Dónde se hace la carpeta: nada, o una carpeta vacía.

manual-drill = Restaura un respaldo en un lugar aparte, lo revisa entero y lo vuelve a borrar.
manual-drill-more =
    Restaura y vuelve a calcular todo, rehace las tablas, abre cada secreto de códigos de un solo uso y busca un número que usted conoce. Con --data o --server, la carpeta recuerda cuándo fue el último simulacro y cómo terminó.

    Ejemplos:
      puebla drill --from 2026-11-23.tar --keys puebla.keys --as ivan.operador
      puebla drill --from 2026-11-23.tar --keys puebla.keys --as ivan.operador --number ZZ0000017 --issuing-state UTO --officer gtm.oficial
      puebla drill --from 2026-11-23.tar --keys puebla.keys --as ivan.operador --server https://secretaria.example --token-file token

    Estado de salida 1: algo en la carpeta restaurada no es lo que se escribió.
manual-drill--from = El tar.
manual-drill--keys = La copia de las claves.
manual-drill--checkpoint = Un punto de control guardado en otra parte, con el que se compara; puede darse varias veces.
manual-drill--into = Dónde se hace la carpeta, y se borra: nada, o una carpeta vacía. Si no, junto al respaldo.
manual-drill--data = La carpeta que recuerda el simulacro; nadie puede estar sirviéndola.
manual-drill--as = Nombre de usuario de un operador que el respaldo conoce, y la carpeta.
manual-drill--number = Un número que debe encontrarse.
manual-drill--issuing-state = El Estado que expidió ese documento.
manual-drill--officer = Nombre de usuario de un oficial, en cuyo nombre se busca en la carpeta restaurada.

manual-keys = Muestra, cambia y destruye las claves de la carpeta.
manual-keys-show = Muestra qué claves están en vigor y desde cuándo, y qué descansa en las anteriores.
manual-keys-show-more =
    No se muestra ninguna clave: solo valores que distinguen una de otra. El de checkpoint.key es su clave pública, para quienes guardan puntos de control.

    Ejemplo:
      puebla keys show --data /srv/puebla --as ivan.operador
manual-keys-rotate = Pone una clave nueva en lugar de una.
manual-keys-rotate-more =
    Haga antes un respaldo, y después un respaldo y una copia de las claves. Un corte en cualquier momento deja una carpeta que se abre. Qué significa cada cambio: docs/operate/rotate-keys.md.

    Ejemplo:
      puebla keys rotate secrets --data /srv/puebla --as ivan.operador
manual-keys-rotate--key = Cuál: numbers, secrets o checkpoint.
manual-keys-destroy = Destruye una clave anterior de los números, cuando ningún número descansa en ella.
manual-keys-destroy-more =
    Ejemplo:
      puebla keys destroy --epoch 1 --data /srv/puebla --as ivan.operador

    Estado de salida 1: todavía hay números que descansan en ella; dice cuántos y de qué Estado.
manual-keys-destroy--epoch = Su número, como lo da «puebla keys show».

manual-policy = Muestra y comprueba las reglas que deciden quién puede hacer qué.
manual-policy-more =
    Ejemplo:
      puebla policy check propuesta.cedar
manual-policy-show = Muestra las políticas vigentes, en el lenguaje de Cedar.
manual-policy-show--schema = Muestra en su lugar de qué pueden hablar las políticas: las acciones, y lo que se sabe de una persona y de un registro.
manual-policy-check = Comprueba que las políticas vigentes se ajustan entre sí, con otros archivos que se den.
manual-policy-check--file = Un archivo de políticas que alguien piensa agregar.
manual-policy-actions = Enumera cada acción con su clase de datos, si cambia algo, y sus finalidades.

manual-demo = Crea una carpeta de datos inventados, donde aún no la hay, y la sirve.
manual-demo-more =
    Muestra la dirección, quién puede iniciar sesión con qué código, y zonas que probar. No necesita red ni otro servicio.

    Ejemplos:
      puebla demo
      puebla demo --data /tmp/demo --no-serve --entries 1000
manual-demo--data = La carpeta; si no, puebla-demo, aquí.
manual-demo--no-serve = Solo crea la carpeta.
manual-demo--listen = Dirección y puerto. Si no, 127.0.0.1:8080.
manual-demo--entries = Cuántos asientos inventados sobre el estado de documentos; si no, 200000.
manual-demo--adopted = Como si una decisión hubiera adoptado el registro de alertas sobre personas: participan tres Estados.

manual-user = Las personas del propio Estado u organización, desde la propia máquina.
manual-user-more =
    La persona nombrada con --as debe ser administradora, y administra solo a las personas de su propio Estado u organización. «found» es para quien opera el sistema.

    Ejemplos:
      puebla user add ivan.operador --name "Iván Lemus" --institution Secretaría --role operator --data /srv/puebla --as ana.ruiz
      puebla user found mex.admin --name "Odalys Pineda" --institution INM --party MEX --data /srv/puebla --as ivan.operador
      puebla user suspend iris.zelaya --data /srv/puebla --as ana.ruiz
manual-user-add = Inscribe a alguien y muestra su primera contraseña, una sola vez.
manual-user-found = Da a un Estado u organización sin persona administradora activa la primera.
manual-user-list = Enumera a las personas, con sus funciones.
manual-user-suspend = Suspende a alguien: sus sesiones y tokens terminan.
manual-user-activate = Permite que alguien suspendido vuelva a iniciar sesión.
manual-user-reset = Da a alguien una nueva primera contraseña y le quita los códigos de un solo uso.
manual-user-code = Muestra el código de un solo uso de alguien en este momento; solo en una demostración.
manual--user = Lo que la persona escribe para iniciar sesión.
manual--name = El nombre de la persona.
manual--institution = La institución de la persona.
manual--role = Una función del perfil, como border_officer; se puede dar varias veces.
manual--post = El puesto donde trabaja la persona; con --zone.
manual--zone = La zona horaria del puesto, como America/Guatemala.
manual--speaks = El idioma de la persona: en, es o fr.
manual--party = Tres letras del Estado u organización, como figuran en el perfil.

manual-check = Pregunta a los registros por documentos, como lo hace un oficial.
manual-check-more =
    Las zonas vienen separadas por una línea en blanco. El JSON se describe en docs/formats/check.md. El registro de accesos conoce cada pregunta por un resumen con clave, nunca por un número o un nombre.

    Ejemplos:
      puebla check zonas.txt --data /srv/puebla --as iris.zelaya
      puebla check --number K9021175 --issuing-state HND --json --server https://secretaria.example --token-file token --purpose border_control

    Estado de salida 0 sea cual sea la respuesta; 3 cuando una pregunta no se puede leer.
manual-check--file = Archivo de zonas; si no, la entrada estándar.
manual-check--number = Un número de documento, en lugar de zonas.
manual-check--issuing-state = El Estado que lo expidió, de una a tres letras.
manual-check--kind = La clase de documento, como passport; si no, se pregunta por todas.
manual-check--on = Día respecto del cual se leen los años de dos cifras y el vencimiento; si no, el día actual en el puesto de la persona.

manual-import = Ingresa en bloque asientos de estado o alertas: todas las filas de un archivo, o ninguna.
manual-import-more =
    Las columnas, y cada código que un error puede tener, están en docs/formats/import.md. Los errores se nombran por línea y columna; con uno solo no se ingresa nada.

    Ejemplos:
      puebla import perdidos.csv --what status --dry-run --data /srv/puebla --as hnd.authority
      puebla import perdidos.csv --what status --server https://secretaria.example --token-file token
manual-import--file = El archivo; si no, la entrada estándar.
manual-import--what = Qué son sus filas: status o alerts; si no, status.
manual-import--format = csv o jsonl; si no, se ve por el primer carácter.
manual-import--dry-run = Lee y valida todo, y no ingresa nada.

manual-import-declaration = Lee la declaración de una reunión como borradores de decisiones: número, verbos, destinatarios, plazos, condición.
manual-import-declaration-more =
    Lee texto simple, HTML o DOCX, en inglés o en español. No necesita carpeta. Lo que pudo leerse mal se dice en la salida de errores.

    Ejemplo:
      puebla import declaration declaracion.txt --meeting-end 2003-05-30 --dry-run --json
manual-import-declaration--file = El archivo; si no, la entrada estándar.
manual-import-declaration--meeting-end = Último día de la reunión, desde el que se cuentan los plazos; sin él, sus días quedan abiertos.
manual-import-declaration--dry-run = Lee, y no ingresa nada.
manual-import-declaration--meeting = Signatura de la reunión de la que serán borradores: se conservan, y se imprime la dirección en la que una persona los confirma.

manual-export = Escribe lo que el propio Estado dice de sus documentos: estado y referencia, nunca un número suelto.
manual-export-more =
    Ejemplo:
      puebla export --format jsonl --out estado.jsonl --data /srv/puebla --as hnd.authority
manual-export--format = csv o jsonl; si no, csv.

manual-export-decisions = Escribe lo que decidió una reunión, en Akoma Ntoso, CSV o JSON.
manual-export-decisions-more =
    Akoma Ntoso va en un solo idioma: el que se elige con --language; para el francés, inglés.

    Ejemplo:
      puebla export decisions --meeting RCM/VIII --format akn --out viii.akn --data /srv/puebla --as xsv.coordinator
manual-export-decisions--meeting = Signatura de la reunión.
manual-export-decisions--format = akn, csv o json.

manual-export-calendar = Escribe las reuniones de una delegación y lo que debe, como archivo de calendario (iCalendar).
manual-export-calendar-more =
    Cada delegación toma el suyo; quien coordina la Secretaría, el de cualquiera.

    Ejemplo:
      puebla export calendar --delegation MEX --out mex.ics --data /srv/puebla --as mex.delegate
manual-export-calendar--delegation = Código del miembro u observador.

manual-assess = Escribe la evaluación del impacto en la protección de datos, hecha con lo que se guarda, se hace cumplir y está configurado.
manual-assess-more =
    Nadie escribe ese documento, y lo que solo pueden responder personas está en él como preguntas.

    Ejemplos:
      puebla assess --language es --out evaluacion.md --data /srv/puebla --as xsv.oversight
      puebla assess --format html --out evaluacion.html --data /srv/puebla --as ivan.operator
manual-assess--format = markdown o html; si no, markdown.

manual-doctor = Dice qué está mal y qué hacer, y no cambia nada.
manual-doctor-more =
    Trabaja en una carpeta que se sirve o no, dañada o ausente. No nombra a ninguna persona.

    Ejemplos:
      puebla doctor --data /var/lib/puebla/data
      puebla doctor --data /var/lib/puebla/data --thorough --json
      puebla doctor --server https://secretariat.example

    Estados de salida: 0 cuando no hay nada que hacer, 1 cuando hay algo, 4 cuando no se puede trabajar con la carpeta o el servidor.
manual-doctor--data = La carpeta de datos, se sirva o no.
manual-doctor--server = Un servidor al que preguntar además, como un navegador; no se envía ningún token.
manual-doctor--thorough = Recalcula todo, como verify; tarda lo mismo.
manual-doctor--certificate = El certificado que mirar; si no, el del servidor que sirve la carpeta.
manual-doctor--key = La clave del certificado.
manual-doctor--host = El nombre que piden los navegadores, para el que debe ser el certificado.

manual-manual = Escribe el manual como páginas de man, y lo que completa el intérprete de órdenes.
manual-manual-more =
    Ejemplo:
      puebla manual --to /usr/local/share
manual-manual--to = Carpeta bajo la cual se escriben man/ y bash-completion/.
