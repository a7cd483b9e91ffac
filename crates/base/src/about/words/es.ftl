# El inventario de rutas.
routes-title = Rutas
routes-what = Este servidor responde a { $count } rutas. Una ruta que no diga quién puede tomarla no compila.
routes-classes = Clases de datos: K0 para cualquiera, K1 para los miembros de la conferencia, K2 sobre una persona, K3 sobre una persona protegida.
routes-list = Todas las rutas
routes-none = No hay ninguna.
routes-path = Dirección
routes-method = Método
routes-who = Quién puede tomarla
routes-purposes = Finalidades
routes-class = Clase
routes-rate = Por minuto
routes-writes = cambia algo
routes-signed-in = Quien haya iniciado sesión:
routes-public = Cualquiera:

# La API.
api-title = API
api-what = Lo que las máquinas pueden pedir a este servidor, tomado del código que responde.
api-how = Cada llamada lleva un token en el encabezado «Authorization: Bearer …» y, en «Puebla-Purpose», la finalidad de la consulta. Los tokens se crean en su cuenta.
api-document = Lo mismo como documento OpenAPI
api-operations = Operaciones
api-schemas = Formas de los datos
api-parameters = Parámetros
api-body = Lo que se envía
api-answers = Respuestas
api-required = obligatorio
api-one-of = uno de
api-all-of = todos de
api-list-of = lista de
api-map-of = por nombre,

# Qué significan los problemas.
problems-title = Problemas
problems-what = Lo que una máquina lee como application/problem+json y una persona como página. Los códigos no cambian.
problems-list = Todos los problemas
problems-none = No hay ninguno.
problems-code = Código
problems-status = Estado
problems-meaning = Significado
problems-all = Todos los problemas
problems-as-sent = Las máquinas lo leen con el estado HTTP { $status } y el tipo /problems/{ $code }.
problems-not-found = La dirección no lleva a nada, o lleva a algo que usted no debe conocer. Ambas cosas se leen igual, para que nadie deduzca de una negativa lo que existe.
problems-sign-in = La solicitud llega sin sesión ni token, o con uno que ya terminó: tras quince minutos sin uso, tras doce horas, o porque alguien lo terminó. Inicie sesión de nuevo o cree un token nuevo.
problems-purpose-missing = Toda consulta tiene una finalidad. La sesión no ha elegido ninguna que permita esto, o el encabezado Puebla-Purpose falta o nombra una para la que el token no fue creado.
problems-forged-form = El formulario no lleva el secreto de la sesión, o lo envió una página de otro sitio. No se hizo nada. Abra la página de nuevo y envíelo desde ella.
problems-invalid-input = Algo de lo enviado no se puede usar. Cada falla se señala con su campo y, en un texto o archivo, con su línea y columna. No se guardó nada.
problems-too-large = Se envió más de lo que esta dirección recibe. La respuesta dice cuánto es. No se guardó nada.
problems-media-type = El cuerpo tiene un tipo de contenido que esta dirección no recibe. Envíe el que indica la descripción de la API.
problems-too-often = Una persona, o una dirección sin sesión, puede preguntar cierto número de veces por minuto. El encabezado Retry-After dice cuántos segundos esperar.
problems-stopped = Lo que se hizo parecía recorrer una serie de números. La frase dice a quién llamar, y el encabezado Retry-After cuántos segundos esperar.
problems-conflict = Lo pedido no es posible en el estado actual, muchas veces porque otra persona lo cambió. Consulte de nuevo y vuelva a decidir.
problems-busy = Hay más trabajo en espera del que el servidor admite. No se guardó nada. Inténtelo de nuevo en un momento.
problems-log-unavailable = Toda consulta queda registrada antes de que salga la respuesta. Mientras el registro no se pueda escribir, no se muestra nada. Quien opera el sistema debe actuar.
problems-disk-full = No hubo espacio para guardar lo enviado. No se guardó nada. Quien opera el sistema debe actuar.
problems-fault = La falla es del servidor. Quedó registrada con el número que da la respuesta. Cítelo a quien opera el sistema.
