# Ce que quelqu’un suit, et ce qu’il y a de nouveau.
room-following = Mes suivis
following-title = Nouveautés de ce que vous suivez
following-about = Les documents, les réunions et les organes que vous suivez. Vous seul voyez ce que vous suivez, et n’en voyez que ce que vous pouvez ouvrir.
following-since = { $count ->
    [0] Rien de nouveau depuis votre dernière visite, { $at }.
    [one] Une nouveauté depuis votre dernière visite, { $at }.
   *[other] { $count } nouveautés depuis votre dernière visite, { $at }.
}
following-new = Nouveau depuis votre dernière visite
following-new-none = Rien de nouveau.
following-known = Auparavant
following-most = Les { $most } dernières sont montrées.
following-when = Quand
following-symbol = De quoi
following-what = Quoi de nouveau
following-filed = Document enregistré
following-classed = Il a été décidé qui peut le voir
following-text = Texte en { $language }, version { $version }
following-minutes = Procès-verbal en { $language }, révision { $version }
following-minutes-adopted = Procès-verbal adopté
following-decided = Décision inscrite
following-decided-later = Quelque chose a été ajouté à la décision
following-followed = Ce que vous suivez
following-none = Vous ne suivez encore rien. Choisissez « Suivre » sur la page d’un document ou d’une réunion, à côté d’un organe, ou nommez-le ci-dessous.
following-kind = Type
following-name = Cote ou nom court
following-name-hint = Par exemple RCM/VIII pour une réunion, RCM pour un organe.
following-end = Ne plus suivre
following-kind-paper = Document
following-kind-meeting = Réunion
following-kind-body = Organe
following-not-there = N’existe pas, ou n’est pas pour vous
following-more = Suivre quelque chose
following-follow = Suivre
following-follow-named = Suivre { $name }
following-stop = Ne plus suivre
following-stop-named = Ne plus suivre { $name }
following-forgotten = Qui ne regarde pas pendant six mois ne suit plus rien : la liste est oubliée.
following-subscribe = Le faire suivre par un lecteur de flux
following-back = Revenir aux nouveautés
following-done-followed = Vous le suivez.
following-done-stopped = Vous ne le suivez plus.
following-fault-kind = Choisissez document, réunion ou organe.
following-fault-unknown = Cela n’existe pas, ou n’est pas pour vous. Écrivez la cote ou le nom court comme sur sa page.
following-fault-many = Vous suivez déjà { $most } choses ; cessez d’abord d’en suivre une.
following-fault-language = Choisissez en, es ou fr.
following-feed = Les nouveautés de ce que je suis, et rien d’autre
following-feed-hint = Pour un lecteur de flux. Il n’est pas nécessaire de choisir des finalités.
following-feed-made = Abonnez votre lecteur de flux à cette adresse :
following-today = { $count ->
    [one] Une nouveauté dans ce que vous suivez.
   *[other] { $count } nouveautés dans ce que vous suivez.
}
