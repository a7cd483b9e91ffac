# La sala de documentos.
room-papers = Documentos
papers-list = Documentos
papers-list-about = Los documentos de la conferencia, primero el último archivado.
papers-list-empty = Aún no se ha archivado ningún documento.
papers-back = Todos los documentos

papers-paper = Documento
papers-symbol = Signatura
papers-title = Título
papers-title-other = (sin título en su idioma)
papers-kind = Tipo
papers-kind-report = informe
papers-kind-proposal = propuesta
papers-kind-note = nota
papers-kind-statement = declaración
papers-kind-other = otro
papers-class = Quién puede verlo
papers-class-public = cualquier persona
papers-class-participants = todas las personas que participan en su reunión
papers-class-observers = miembros y observadores
papers-class-members = solo los miembros
papers-original = Escrito en
papers-meeting = Para la reunión
papers-meeting-none = ninguna reunión
papers-why-public = Usted ve este documento porque es público.
papers-why-observers = Usted ve este documento porque trabaja para un miembro, un observador o la secretaría.
papers-why-participants = Usted ve este documento porque se entregó a todas las personas que participan en su reunión.
papers-why-members = Usted ve este documento porque trabaja para un miembro o la secretaría. Los observadores no lo ven.
papers-why-meeting = Usted ve este documento porque trabaja para un miembro o la secretaría. Su reunión está reservada a los miembros, así que los observadores no lo ven.
papers-texts = Textos
papers-texts-empty = Aún no se ha añadido ningún texto.
papers-text-missing = Aún no hay texto en { $language }.
papers-language = Idioma
papers-version = versión { $version }
papers-authentic = Carácter
papers-authentic-yes = texto auténtico
papers-authentic-no = traducción
papers-form = Archivo
papers-size = { $format }, { $size } kB
papers-when = Añadido
papers-hash = SHA-256
papers-done-filed = El documento está archivado. Ahora añada sus textos.
papers-done-added = El texto está añadido. Las versiones anteriores se conservan.

papers-file = Archivar un documento
papers-file-about = La signatura ya no cambia. Usted añade los textos en la página siguiente.
papers-file-send = Archivar el documento
papers-symbol-hint = Letras mayúsculas y cifras en partes, como en RCM/VIII/DOC/1.
papers-title-en = Título en inglés
papers-title-es = Título en español
papers-title-hint = Escriba al menos uno de los dos títulos.
papers-meeting-hint = La signatura de la reunión, como en RCM/VIII.

papers-add = Añadir un texto
papers-add-about = Un archivo nuevo nunca reemplaza a uno anterior. Pasa a ser la versión siguiente en su idioma.
papers-add-send = Añadir el texto
papers-text = Archivo
papers-text-hint = PDF, DOCX, TXT o HTML, de 8 MB como máximo.
papers-note = En qué difiere de los otros idiomas
papers-note-hint = Por ejemplo: el párrafo 3 tiene una frase que falta en el texto en inglés.

papers-fault-symbol = Escriba letras mayúsculas y cifras en partes, como en RCM/VIII/DOC/1.
papers-fault-symbol-known = Otro documento ya tiene esta signatura.
papers-fault-kind = Elija el tipo de documento.
papers-fault-title-missing = Escriba un título en inglés o en español.
papers-fault-text = Escriba como máximo 400 caracteres que se puedan imprimir.
papers-fault-original = Elija el idioma en que se escribió.
papers-fault-class = Elija quién puede verlo.
papers-fault-meeting = Ninguna reunión tiene esta signatura.
papers-fault-meeting-missing = Indique la reunión cuyos participantes pueden verlo.
papers-fault-language = Elija el idioma del texto.
papers-fault-authentic = Diga si el texto es auténtico o una traducción.
papers-fault-file-missing = Elija un archivo.
papers-fault-file = Este archivo no se puede usar. Elija un archivo PDF, DOCX, TXT o HTML cuyo contenido sea lo que dice su nombre.
papers-fault-versions = Este documento tiene 100 versiones en este idioma. No se pueden añadir más.
papers-fault-before = La lista no puede continuar desde ahí.
papers-chip = { $symbol } en { $language }

papers-changes = Qué cambió
papers-changes-in = Qué cambió en { $language }, versión { $version }
papers-changes-of = { $language }: de la { $before } a la { $after }. Lo que se quitó aparece tachado y lo que se añadió, subrayado.
papers-changes-none = Todos los párrafos son iguales.
papers-changes-count = { $count ->
    [one] Cambió un párrafo.
   *[other] Cambiaron { $count } párrafos.
}
papers-changes-kept = { $count ->
    [one] Un párrafo es igual.
   *[other] { $count } párrafos son iguales.
}
papers-changes-more = { $count ->
    [one] Cambió un párrafo más. Tome ambos archivos para verlo todo.
   *[other] Cambiaron { $count } párrafos más. Tome ambos archivos para verlo todo.
}
papers-changes-unread = Aquí no se pueden leer las palabras de uno de estos dos archivos, por eso no se comparan. Tome ambos archivos.
papers-changes-others = Comparar con:
papers-changes-back = Volver al documento
papers-fault-version = Ninguna versión tiene este número.

papers-why = Por qué puede ver esto
papers-policy = La regla que se lo permite:
papers-policy-delegates = las delegaciones y la coordinación de la secretaría ven los documentos de la conferencia.
papers-readers = Las mismas reglas permiten verlo a:
papers-readers-member = las delegaciones de los miembros
papers-readers-observer = las delegaciones de los observadores
papers-readers-network = las redes de la sociedad civil
papers-readers-guest = las personas invitadas a su reunión
papers-readers-secretariat = la coordinación de la secretaría
papers-readers-anyone = todo el mundo, sin iniciar sesión
papers-decided = Quién decidió quién puede verlo, con la última decisión primero:
papers-decided-none = Nadie ha dicho quién lo decidió.
papers-decided-by-whom = Lo decidió: { $who }.
papers-rule = Según qué regla
papers-rule-none = Nadie dijo según qué regla.
papers-rule-adopted = La conferencia lo adoptó o lo publicó; por eso puede verlo todo el mundo.
papers-rule-circulated = Se entregó a quienes participan en su reunión, o a miembros y observadores.
papers-rule-draft = Todavía se negocia; por eso queda entre miembros, o entre miembros y observadores.
papers-rule-people = Alguien podría ser reconocido en él; por eso queda entre miembros.
papers-rule-request = Lo pidió quien lo escribió.
papers-rule-decision = Así lo decidió un órgano de la conferencia en este caso.
papers-classify = Decidir quién puede verlo
papers-classify-about = Quien podía verlo hasta ahora y ya no puede no lo encontrará. Las copias que haya tomado quedan en su poder. La decisión queda en la página de este documento.
papers-classify-send = Registrar la decisión
papers-decided-by = De quién es la decisión
papers-decided-by-hint = Un órgano, una reunión o un Estado, como «RCM/VIII» o «la Presidencia». Sin nombres de personas.
papers-done-classed = La decisión quedó registrada y vale desde ahora.
papers-fault-rule = Elija la regla.
papers-fault-rule-class = Esta regla no lleva a quienes eligió. Elija otra regla u otras personas que puedan verlo.
papers-fault-decided-by = Diga de quién es la decisión.
papers-fault-decisions = Hay 50 decisiones sobre este documento. No se pueden añadir más.

papers-news = Novedades
papers-news-about = Lo último que se archivó, añadió y decidió, de los documentos que usted puede ver.
papers-news-none = Todavía no se ha archivado nada que usted pueda ver.
papers-new-what = Qué
papers-new-filed = Se archivó el documento.
papers-new-classed = Se decidió de nuevo quién puede verlo.
papers-new-text = Se añadió un texto: { $language }, versión { $version }.

papers-languages = Idiomas lado a lado
papers-languages-about = El último texto en cada idioma, párrafo por párrafo. Se señala lo que se ve sin entender las palabras: un párrafo que falta en un idioma; números, fechas, signaturas y numeración que no coinciden. Lo que dicen las palabras lo comparan las personas.
papers-languages-unread = { $language }: las palabras de este archivo no se pueden leer aquí, por eso no está junto a los otros.
papers-languages-cut = De cada texto se comparan los primeros { $most } párrafos.
papers-languages-few = Aquí se pueden leer menos de dos idiomas. Aporte un DOCX, TXT o HTML de cada texto.
papers-languages-count = { $open ->
    [0] No hay nada señalado
    [one] Hay una cosa señalada
   *[other] Hay { $open } cosas señaladas
}; { $dismissed ->
    [0] ninguna descartada.
    [one] una descartada.
   *[other] { $dismissed } descartadas.
}
papers-languages-which = Qué párrafos
papers-languages-all = Todos los párrafos
papers-languages-flagged = Solo los señalados
papers-languages-none = No hay párrafos señalados.
papers-languages-lacking = Aquí no hay párrafo
papers-languages-dismiss = Descartar
papers-languages-again = Señalar otra vez
papers-languages-dismissed = Descartado por { $party }, { $at }: { $reason }
papers-flag-missing = Falta
papers-flag-numbering = Numeración
papers-flag-number = Número
papers-flag-day = Fecha
papers-flag-symbol = Signatura
papers-dismiss = Decir que no es un error
papers-dismiss-about = Su razón queda registrada a nombre de su Estado, y la lee quien abra el documento. Si cambia uno de estos párrafos, se señala otra vez.
papers-dismiss-send = Descartar
papers-raise-send = Señalarlo otra vez
papers-reason = Por qué no es un error
papers-reason-hint = Como máximo 400 caracteres, en una línea. Sin nombres de personas.
papers-fault-reason = Diga por qué no es un error, con 400 caracteres como máximo y en una línea.
papers-fault-reason-raised = No indique razón cuando se señala otra vez.
papers-fault-dismissed = Ya hay mil señales descartadas en este documento. No caben más.
