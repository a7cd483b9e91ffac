# La recherche d’une personne qui n’a pas de document.
searches-title = Rechercher une personne sans document
searches-about = Pour quelqu’un qui est devant vous et n’a pas de document, ou aucun qui puisse être lu. Écrivez un nom de famille, un prénom et au moins l’année de naissance. C’est comparé aux alertes sur des personnes et non conservé.
searches-watched = Vos recherches sont comptées. Qui parcourt des noms est bloqué, et qui supervise en est averti.
searches-act = Rechercher
searches-answer = Recherche d’une personne
searches-next = La personne suivante
searches-link = Rechercher une personne sans document
searches-year-alone = Vous n’avez donné que l’année de naissance. Un nom et une année sont ceux de beaucoup de gens : presque personne de ceux qu’on recherche n’est trouvé ainsi, et une correspondance possible vaut peu. Demandez la date entière.
searches-refused-part = Votre État ne participe pas aux alertes sur des personnes : il n’y a personne à rechercher.
searches-fault-surname = Écrivez un nom de famille.
searches-fault-given = Écrivez un prénom. Un nom de famille seul ne trouve personne ici.
searches-fault-born = Un nom seul ne trouve personne ici. Écrivez la date de naissance : 1987-12-03. Si l’on n’en sait pas plus : 1987-12, ou 1987.
searches-fault-short = Écrivez-le en entier : au moins un mot de { $least } lettres. Une initiale ne trouve personne ici.
searches-fault-character = Des lettres seulement : aucun signe n’en remplace d’autres, comme * ou ?.

# Ce qu’une recherche ne peut pas faire.
searches-stopped = Ce que vous avez demandé ressemblait à un parcours du registre. Vous pourrez continuer dans { $minutes } minutes. D’ici là, appelez un examinateur de documents de votre État : il peut vous laisser continuer aussitôt, sur la page « Agents bloqués ».
searches-used-up-officer = { $span ->
    [hour] Vous avez fait les { $most } recherches de personnes qu’un agent peut faire en une heure. Vous pourrez rechercher de nouveau dans { $minutes } minutes.
   *[day] Vous avez fait les { $most } recherches de personnes qu’un agent peut faire en un jour. Vous pourrez rechercher de nouveau dans { $minutes } minutes.
}
searches-used-up-post = { $span ->
    [hour] Votre poste a fait les { $most } recherches de personnes qu’il peut faire en une heure. Vous pourrez rechercher de nouveau dans { $minutes } minutes.
   *[day] Votre poste a fait les { $most } recherches de personnes qu’il peut faire en un jour. Vous pourrez rechercher de nouveau dans { $minutes } minutes.
}
searches-used-up-state = { $span ->
    [hour] Votre État a fait les { $most } recherches de personnes qu’il peut faire en une heure. Vous pourrez rechercher de nouveau dans { $minutes } minutes.
   *[day] Votre État a fait les { $most } recherches de personnes qu’il peut faire en un jour. Vous pourrez rechercher de nouveau dans { $minutes } minutes.
}

# De quoi ceux qui supervisent sont avertis.
concern-kind-many-names = Beaucoup de noms en peu de temps
concern-kind-many-names-what = Une personne a recherché en dix minutes tant de gens différents qu’aucun travail à une frontière ne l’explique.
concern-kind-births-of-one-name = Un nom, beaucoup de dates de naissance
concern-kind-births-of-one-name-what = Une personne a essayé une date de naissance après l’autre pour un même nom.
concern-kind-names-in-order = Des noms dans l’ordre alphabétique
concern-kind-names-in-order-what = Une personne a recherché des gens dont les noms se suivent dans l’alphabet, comme tirés d’une liste.
concern-kind-many-references = Beaucoup de références d’alertes
concern-kind-many-references-what = Une personne a consulté plus de références d’alertes sur des personnes que celles pour lesquelles d’autres États appellent.
concern-kind-searches-together = Plusieurs personnes, une recherche
concern-kind-searches-together-what = Ce que plusieurs personnes d’un État ont recherché ou consulté parcourt, pris ensemble, des noms, des dates de naissance ou des références.
