# Ce qui est porté à la connaissance de qui supervise la licéité.
room-oversight = Signaux
oversight-title = Signaux
oversight-lead = Des actes qui ressemblaient à une tentative d’emporter un registre. Qui les a faits est d’ordinaire bloqué, et a peut-être de bonnes raisons : demandez d’abord.
oversight-list = Signaux, d’abord ceux qui restent à clore
oversight-none = Il n’y a aucun signal.
oversight-concern = Un signal
oversight-kind = Ce qui a été vu
oversight-standing = Situation
oversight-party = État ou organisation
oversight-post = Poste
oversight-counted = Actes comptés
oversight-raised = Quand
oversight-person = Qui a été bloqué
oversight-person-none = Personne n’a été bloqué.
oversight-person-theirs = La supervision de cet État le sait. Demandez-le-lui.
oversight-via = Comment cela s’est fait
oversight-via-page = Sur une page
oversight-via-api = Par un programme
oversight-via-command = Par une commande
oversight-open = Ouvert
oversight-acknowledged = Vu
oversight-closed = Clos
oversight-back = Retour aux signaux
oversight-kept = Un signal est oublié { $days } jours après avoir été donné.
oversight-waiting = { $count ->
    [0] Aucun signal ne reste à clore.
    [one] Un signal reste à clore.
   *[other] { $count } signaux restent à clore.
 }
oversight-stopped-until = La personne ne peut pas continuer avant le
oversight-stopped-was = La personne n’a pas pu continuer avant le
oversight-lifted = La deuxième ligne a laissé la personne continuer :
oversight-lifted-already = Quelqu’un a déjà levé ce blocage.
oversight-settled-already = Quelqu’un l’a déjà dit. Ouvrez de nouveau le signal.
oversight-ask = Avant de juger, demandez à la personne et à son poste ce qui s’est passé. Un groupe aux documents émis ensemble y ressemble.
oversight-acknowledge = Je l’ai vu et je m’en occupe
oversight-acknowledged-by = { $name } l’a vu et s’en occupe :
oversight-closed-by = { $name } l’a clos :
oversight-close = Clore le signal
oversight-close-lead = Dites ce que c’était. Il ne peut pas être rouvert.
oversight-note = Ce que c’était
oversight-note-hint = Ni noms ni numéros de documents. Au plus 500 caractères.
oversight-note-missing = Dites en une phrase ce que c’était.
oversight-note-form = Utilisez au plus 500 caractères ordinaires.
concern-kind-unwatched = Le serveur ne surveille personne
concern-kind-unwatched-what = Il a été démarré avec l’option qui ne sert qu’à mesurer. Demandez pourquoi à l’opérateur.
concern-kind-gap = L’écrit ne tient pas
concern-kind-gap-what = Une vérification a trouvé qu’un journal ou le journal des accès n’est pas ce qui a été écrit. Ce qui mettrait davantage en vigueur sur des personnes est arrêté. Lisez à la page Exploitation ce que c’était, interrogez l’exploitant et consignez-y ce qui s’est passé.
concerns-page-form = La page est un nombre entier, à partir de 1.
