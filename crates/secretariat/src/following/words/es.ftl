# Lo que alguien sigue y lo que hay de nuevo en ello.
room-following = Lo que sigo
following-title = Novedades de lo que usted sigue
following-about = Documentos, reuniones y órganos que usted sigue. Solo usted ve lo que sigue, y de ello ve solo lo que puede abrir.
following-since = { $count ->
    [0] No hay nada nuevo desde su última visita, { $at }.
    [one] Hay una novedad desde su última visita, { $at }.
   *[other] Hay { $count } novedades desde su última visita, { $at }.
}
following-new = Nuevo desde su última visita
following-new-none = Nada nuevo.
following-known = Antes
following-most = Se muestran las últimas { $most }.
following-when = Cuándo
following-symbol = De qué
following-what = Qué hay de nuevo
following-filed = Documento registrado
following-classed = Se decidió quién puede verlo
following-text = Texto en { $language }, versión { $version }
following-minutes = Actas en { $language }, revisión { $version }
following-minutes-adopted = Actas aprobadas
following-decided = Decisión asentada
following-decided-later = Se añadió algo a la decisión
following-followed = Lo que usted sigue
following-none = Todavía no sigue nada. Elija «Seguir» en la página de un documento o de una reunión, junto a un órgano, o indíquelo abajo.
following-kind = Tipo
following-name = Signatura o nombre corto
following-name-hint = Por ejemplo, RCM/VIII para una reunión, RCM para un órgano.
following-end = Dejar de seguir
following-kind-paper = Documento
following-kind-meeting = Reunión
following-kind-body = Órgano
following-not-there = No existe o no está a su disposición
following-more = Seguir algo
following-follow = Seguir
following-follow-named = Seguir { $name }
following-stop = Dejar de seguir
following-stop-named = Dejar de seguir { $name }
following-forgotten = Si no consulta esta página durante medio año, la lista se olvida y ya no sigue nada.
following-subscribe = Hacer que un lector de noticias lo siga
following-back = Volver a las novedades
following-done-followed = Ahora lo sigue.
following-done-stopped = Ya no lo sigue.
following-fault-kind = Elija documento, reunión u órgano.
following-fault-unknown = No existe o no está a su disposición. Escriba la signatura o el nombre corto como figura en su página.
following-fault-many = Ya sigue { $most } cosas; antes deje de seguir una de ellas.
following-fault-language = Elija en, es o fr.
following-feed = Las novedades de lo que sigo y nada más
following-feed-hint = Para un lector de noticias. No hace falta elegir finalidades.
following-feed-made = Suscriba su lector de noticias a esta dirección:
following-today = { $count ->
    [one] Hay una novedad en lo que usted sigue.
   *[other] Hay { $count } novedades en lo que usted sigue.
}
