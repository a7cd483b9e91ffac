room-imports = Importaciones

# La lista.
imports-list = Importaciones
imports-list-about = Archivos que traen muchas anotaciones a la vez. Un archivo entra completo o no entra.
imports-list-caption = Importaciones de su Estado
imports-list-empty = Su Estado todavía no ha importado nada.
imports-started = Inicio
imports-what = Qué
imports-standing = Resultado
imports-rows = Filas
imports-standing-going = En curso
imports-standing-entered = Registrada
imports-standing-tried = Probada, sin errores
imports-standing-refused = Rechazada: errores en el archivo
imports-standing-failed = Falló, nada se registró
imports-standing-abandoned = No se completó, nada se registró

# Enviar un archivo.
imports-status = Importar estados de documentos
imports-status-about = Un archivo con una fila por cada documento, rango o patrón que su Estado reporta. Los números se guardan solo como huella con clave; el archivo mismo no se guarda.
imports-alerts = Importar alertas sobre documentos
imports-alerts-about = Un archivo con una fila por cada alerta. Cada alerta espera después a que un perito de otro Estado la confirme. El archivo mismo no se guarda.
imports-file = Archivo
imports-file-hint = CSV con una fila de encabezado, o JSON Lines. En UTF-8.
imports-file-missing = Elija un archivo que no esté vacío.
imports-send = Importar
imports-try = Solo probar, no registrar nada
imports-columns = Columnas del archivo
imports-column = Columna
imports-column-meaning = Qué contiene
imports-column-kind = Clase de documento: passport, identity_card, visa, residence_permit, travel_document, seafarer_document, civil_status, driving_licence
imports-column-number = Un solo número
imports-column-range = En lugar de un número: primer y último número de un rango de documentos en blanco
imports-column-pattern = En lugar de un número: un patrón, con # por cualquier dígito y @ por cualquier letra
imports-column-status = lost, stolen, stolen_blank, revoked o invalid
imports-column-expires-on = Último día de validez como año-mes-día; vacío si no se conoce
imports-column-reference = Su propia referencia, de 40 caracteres como máximo
imports-column-reason = Puede omitirse: holder_report, police_report, theft_from_authority, administrative, court_order, obtained_by_fraud, holder_deceased, production_fault
imports-column-class = Clase de fraude; técnicas, separadas por |
imports-column-document = Clase de documento; el Estado que expide el auténtico, en tres letras
imports-column-alert-pattern = Puede quedar vacío: serie o números vistos, con # por cualquier dígito y @ por cualquier letra
imports-column-points = Dónde mirar, separado por |; junto a cada punto su nivel 1, 2 o 3 y su lugar en el documento
imports-column-documents-seen = Cuántos se han visto
imports-column-first-seen = Mes en que se vio por primera vez, como año-mes
imports-column-detected = Clase de frontera y Estado donde se detectó
imports-column-language = Idioma del texto: en, es o fr

# Cómo va.
imports-one = Importación
imports-waiting = Esta importación espera su turno. Comienza por sí sola.
imports-reading = Lectura y validación
imports-comparing = Comparación con el registro
imports-entering = Registro
imports-going-about = Esta página se renueva sola. Puede dejarla; la importación continúa. Hasta que entre la última fila, nadie ve ninguna.
imports-entered = { $rows ->
    [one] Se registró una fila.
   *[other] Se registraron { $rows } filas.
 }
imports-tried = { $rows ->
    [one] Se leyó una fila y no tiene errores. Nada se registró.
   *[other] Se leyeron { $rows } filas y no tienen errores. Nada se registró.
 }
imports-refused = El archivo tiene errores. Nada se registró. Corrija lo que se indica y envíelo de nuevo.
imports-abandoned = Esta importación no se completó: se interrumpió, o repetía lo que ya está en el registro. Nada de ella quedó. Envíe el archivo de nuevo.
imports-nothing-entered = Nada se registró.
imports-under-way = Otra importación de su Estado está en curso, o una que se interrumpió todavía se está deshaciendo. Espere a que termine.
imports-faults = { $count ->
    [one] Un error
   *[other] { $count } errores
 }
imports-faults-more = Se muestran los primeros { $listed } por línea.
imports-fault-line = Línea
imports-fault-column = Columna
imports-fault-what = Qué está mal
imports-fault-code = Código
imports-again = Enviar un archivo de nuevo
imports-back = Todas las importaciones de mi Estado

# Lo que puede estar mal en un archivo.
imports-fault-file-empty = El archivo no tiene filas.
imports-fault-no-text = Este archivo no es de texto, sino un libro de cálculo, un archivo comprimido u otra cosa. Guarde la tabla como «CSV UTF-8» y envíela.
imports-fault-not-utf8 = La línea no está en UTF-8. Guarde el archivo como «CSV UTF-8» y envíelo de nuevo.
imports-fault-line-too-long = La línea tiene más de 64 kB. Ninguna fila los tiene.
imports-fault-column-unknown = No existe esa columna.
imports-fault-column-twice = Esta columna está dos veces.
imports-fault-column-missing = Falta esta columna.
imports-fault-cells-too-many = La fila tiene más celdas que columnas el encabezado.
imports-fault-quote-open = Una celda comienza con comillas y no termina con ellas en su línea.
imports-fault-quote-stray = Hay algo entre las comillas que cierran y el fin de su celda.
imports-fault-json-syntax = La línea no es JSON.
imports-fault-json-not-object = La línea no es un objeto JSON.
imports-fault-json-not-text = Escriba el valor como texto, entre comillas: un número perdería sus ceros iniciales.
imports-fault-issuer-unknown = No existe un Estado con ese código.
imports-fault-issuer-other = Su Estado reporta solo sus propios documentos: { $state }.
imports-fault-row-twice = La fila dice lo mismo que la línea { $line }.
imports-fault-range-twice = El rango comparte números con el de la línea { $line }.
imports-fault-rows-too-many = Una importación admite { $limit } filas de estas como máximo. Envíe el resto en otro archivo.
imports-fault-format = No existe ese formato. Use csv o jsonl.
imports-fault-dry-run = Use true o false.
