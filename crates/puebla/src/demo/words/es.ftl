# La guía de la demostración, como página y en la terminal.
demo-title = Qué probar aquí
demo-lead = Todo aquí es inventado: personas, números, reportes. Nada sale de esta máquina.
demo-sign-ins = Iniciar sesión
demo-password = La contraseña de todas las personas es { $password }.
demo-codes = Los códigos de un solo uso cambian cada 30 segundos, estos en { $seconds }; cada uno sirve una vez. Esta página se vuelve a cargar sola.
demo-sign-in = Iniciar sesión
demo-people = Algunas de las personas, y sus códigos de un solo uso en este momento
demo-user-name = Nombre de usuario
demo-party = Por
demo-role = Función
demo-code = Código ahora
demo-no-code = no hace falta
demo-nobody = No hay nadie inscrito.
demo-zones = Zonas para pegar
demo-zones-lead = Inicie sesión como gtm.officer, abra la consulta de documentos y pegue una de estas, entera.
demo-zone-none = Nadie lo reportó: «sin reporte»
demo-zone-digit = Se leyó mal un dígito: «vuelva a mirar»
demo-zone-stolen = Su Estado lo reportó
demo-zone-alert = Coinciden con él alertas sobre documentos falsos, y es un espécimen
demo-stories = Historias
demo-story-check = gtm.officer consulta un documento solo con el teclado: pega una zona, Intro, lee y vuelve a empezar.
demo-story-report = hnd.authority reporta un pasaporte extraviado; gtm.officer consulta su número un momento después.
demo-story-confirm = hnd.examiner redacta y presenta una alerta; mex.examiner la confirma; hnd.examiner la publica, y toda consulta la conoce.
demo-story-people = mex.admin inscribe a alguien, lo suspende y lo vuelve a admitir.
demo-story-operate = xsv.operator verifica todo lo que se ha escrito y descarga un respaldo.

# En la terminal.
demo-step-people = { $count } personas inscritas
demo-step-entries = { $done } de { $all } asientos sobre el estado de documentos
demo-step-alerts = { $count } alertas publicadas
demo-made = Se creó { $folder }.
demo-listening = Abra { $url } en un navegador. Todo allí es inventado.
demo-everybody = Inicie sesión como una de estas personas; la contraseña de todas es { $password }
demo-codes-at = Los códigos cambian cada 30 segundos; los de este momento, y qué probar, están en { $url }
demo-end = Ctrl-C lo termina; «puebla demo» vuelve a servir la misma carpeta.
demo-not-one = { $folder } no se creó como demostración, y de ninguna otra se muestran contraseñas ni códigos.
