# Por qué un texto no pudo leerse como zona. Los lugares se cuentan en el texto tal como se dio.
zone-error-too-long = El texto tiene más de 4096 bytes. Ninguna zona es tan larga.
zone-error-empty = No hay nada que leer.
zone-error-not-ascii = Línea { $line }, carácter { $column }: «{ $character }» no puede estar en una zona. Solo pueden estar A a Z, 0 a 9 y <.
zone-error-space = Línea { $line }, carácter { $column }: hay un espacio dentro de la línea. Puede haberse perdido aquí un relleno <.
zone-error-character = Línea { $line }, carácter { $column }: «{ $character }» no puede estar en una zona. Solo pueden estar A a Z, 0 a 9 y <.
zone-error-line-length = Caracteres en la línea { $line }: { $found }. Una zona tiene tres líneas de 30, dos de 36 o dos de 44.
zone-error-line-count = Líneas de este largo: { $found }. Una zona tiene tres líneas de 30, dos de 36 o dos de 44.
zone-error-document-code = La línea { $line } empieza con «{ $character }». Una zona empieza con la letra de la clase de documento.

# Los campos de una zona.
zone-field-document-code = Código de documento
zone-field-issuing-state = Estado expedidor
zone-field-name = Nombre
zone-field-document-number = Número de documento
zone-field-nationality = Nacionalidad
zone-field-birth-date = Fecha de nacimiento
zone-field-sex = Sexo
zone-field-expiry-date = Fecha de vencimiento
zone-field-personal-number = Número personal
zone-field-optional = Datos opcionales
zone-field-composite = Dígito de control compuesto
zone-field-zone = Zona completa

# Lo que dicen la estructura y las comprobaciones cruzadas de una zona legible. Cada texto va junto al nombre de su campo.
zone-finding-lower-case = Las letras llegaron en minúsculas y se leyeron como mayúsculas. Conviene revisar el teclado del lector.
zone-finding-document-code-not-allowed = Este formato no tiene ese código de documento. Compárelo con el documento.
zone-finding-passport-type-not-listed = La segunda letra no está en la lista de clases de pasaporte de la OACI. Los pasaportes expedidos antes de 2028 pueden llevar otra.
zone-finding-state-unknown = Ningún Estado ni organización tiene este código.
zone-finding-state-deprecated = Este código fue retirado; solo lo llevan documentos más antiguos.
zone-finding-state-not-an-issuer = Ninguna autoridad expide documentos con este código.
zone-finding-empty = Este campo está vacío y debe contener algo.
zone-finding-leading-filler = Hay un relleno < antes del primer carácter; los campos empiezan a la izquierda.
zone-finding-date-not-digits = Hay una letra en esta fecha.
zone-finding-date-impossible = Ese día no existe.
zone-finding-birth-date-partial = El día de nacimiento no se conoce por completo. Las reglas lo permiten.
zone-finding-expiry-date-partial = Falta parte de la fecha de vencimiento. Compárela con el documento.
zone-finding-sex-not-allowed = No es F, ni M, ni el relleno < que indica «no especificado».
zone-finding-check-digit-not-digit = Donde debe estar el dígito de control no hay un dígito.
zone-finding-long-number-form = Un relleno anuncia un número más largo, pero los datos opcionales no contienen su final con dígito de control y relleno.
zone-finding-name-digit = Hay un dígito en el nombre.
zone-finding-name-separators = Los nombres están separados en más de un lugar, o por más de dos rellenos.
zone-finding-name-one-part = El nombre tiene una sola parte. Hay personas con una sola; o se perdieron los dos rellenos entre las partes.
zone-finding-name-truncated = El nombre ocupa su campo hasta la última letra y puede estar cortado. Tome el nombre del documento.
zone-finding-belgian-identity-card = Leído como una tarjeta de identidad belga antigua: el dígito de control de su número cuenta el relleno, y contado así coincide.
zone-finding-french-identity-card = Leído como una tarjeta de identidad francesa expedida antes de agosto de 2021: tiene campos propios y no lleva fecha de vencimiento.
zone-finding-mexican-sex-letter = En la credencial para votar mexicana, H es hombre y M es mujer.
zone-finding-composite-by-other-rule = Todos los demás dígitos de control coinciden, y se han visto tarjetas de este Estado en las que este sigue otra regla. Por sí solo dice poco.
zone-finding-composite-alone = Todos los demás dígitos de control coinciden. La diferencia está en los datos opcionales o en este dígito.
zone-finding-specimen = UTO es el Estado de muestra de la OACI: es un espécimen, no un documento de ningún Estado.
zone-finding-expired = El documento está vencido.
zone-finding-expiry-before-birth = La fecha de vencimiento es anterior a la de nacimiento.
zone-finding-birth-century-uncertain = Los mismos dígitos indican un día del año próximo; se leyó el día de cien años antes.
zone-finding-expiry-century-uncertain = Leída a más de cincuenta años vista. Puede ser del siglo pasado o significar «sin límite». Compárela con el documento.
