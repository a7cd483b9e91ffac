# Ce qui est porté à la connaissance de qui supervise la licéité.
room-oversight = Signaux
oversight-title = Signaux
oversight-lead = Des actes qui ressemblaient à une tentative d’emporter un registre. Qui les a faits a été bloqué, et a peut-être de bonnes raisons : demandez d’abord.
oversight-list = Signaux, d’abord ceux qui attendent
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
oversight-via = Voie
oversight-via-page = Sur une page
oversight-via-api = Par un programme
oversight-via-command = Par une commande
oversight-open = Ouvert
oversight-acknowledged = Vu
oversight-closed = Clos
oversight-back = Retour aux signaux
oversight-kept = Un signal est oublié { $days } jours après avoir été donné.
oversight-waiting = { $count ->
    [0] Aucun signal n’attend.
    [one] Un signal attend.
   *[other] { $count } signaux attendent.
 }
oversight-stopped-until = La personne ne peut pas continuer avant
oversight-stopped-was = La personne n’a pas pu continuer avant
oversight-lifted = La deuxième ligne a laissé la personne continuer :
oversight-lifted-already = Quelqu’un a déjà levé ce blocage.
oversight-settled-already = Quelqu’un l’a déjà dit. Ouvrez de nouveau le signal.
oversight-acknowledge = Je l’ai vu
oversight-close = Clore le signal
oversight-close-lead = Dites ce que c’était. Il ne peut pas être rouvert.
oversight-note = Ce que c’était
oversight-note-hint = Ni noms ni numéros de documents. Au plus 500 caractères.
oversight-note-missing = Dites en une phrase ce que c’était.
oversight-note-form = Utilisez au plus 500 caractères ordinaires.
concern-kind-unwatched = Le serveur ne surveille personne
concern-kind-unwatched-what = Il a été démarré avec l’option qui ne sert qu’à mesurer. Demandez pourquoi à l’opérateur.
concerns-page-form = La page est un nombre entier, à partir de 1.
