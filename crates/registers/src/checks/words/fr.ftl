room-checks = Contrôle des documents

# Le formulaire.
checks-title = Contrôle des documents
checks-zone = Zone de lecture automatique, ou numéro et État
checks-zone-hint = Passez le document au lecteur, collez ses deux ou trois lignes, ou tapez le numéro et l’État : L898902C3 UTO
checks-next-traveller = Voyageur suivant
checks-send = Consulter
checks-or = Ou tapez numéro, État et type
checks-send-number = Consulter le numéro
checks-number = Numéro du document
checks-issuing-state = État émetteur
checks-issuing-state-hint = Ses lettres : GTM, HND, UTO
checks-kind = Type de document
checks-kind-any = Tout type
checks-keys = { $enter } après la dernière ligne envoie, { $escape } efface.
checks-help = Ce que disent les réponses
checks-help-report = « Il y a un signalement » : l’État émetteur a signalé ce numéro, ou un signalement de faux documents y correspond. La réponse dit quoi chercher et qui appeler.
checks-help-look-again = « Regardez encore » : un chiffre de contrôle ne concorde pas. Le plus souvent, le document a été mal lu.
checks-help-no-report = « Aucun signalement » : personne ne l’a signalé. Cela ne prouve pas que le document est authentique.
checks-help-kept = De chaque contrôle on consigne qui a demandé, quand et pourquoi. Ni le nom de la personne ni le numéro ne sont conservés.

# Ce qui manque à une question.
checks-error-nothing-typed = Passez un document au lecteur, ou tapez un numéro et son État.
checks-error-typed-twice = C’est dit deux fois, dans deux champs. Videz l’un des deux.
checks-error-state-missing = Dites quel État l’a délivré, par ses lettres : L898902C3 UTO
checks-error-state-unknown = Aucun État ni organisation n’a le code « { $code } ».
checks-error-kind-unknown = Ce type de document n’existe pas. Choisissez-en un dans la liste.
checks-error-number-missing = Écrivez le numéro du document.
checks-error-number-too-long = Un numéro de document compte au plus { $most } caractères.
checks-error-number-character = Le caractère { $column }, « { $character } », ne figure dans aucun numéro de document. Seulement des lettres et des chiffres.
checks-band-unreadable = Non lu : essayez de nouveau
checks-unreadable-reason = Rien n’a été consulté.

# La bande : que faire, en six mots.
checks-band-report = Il y a un signalement : examinez le document
checks-band-look-again = Regardez encore : relisez le document
checks-band-specimen = Un spécimen : document d’aucun État
checks-band-expired = Expiré ; aucun signalement
checks-band-no-report = Aucun signalement

# Pourquoi.
checks-why-number-reported = { $state } signale ce numéro comme { $status ->
    [lost] perdu
    [stolen] volé
    [stolen_blank] document vierge volé
    [revoked] révoqué
   *[invalid] à ne pas accepter
 }.
checks-why-blank-range = { $state } signale une série avec ce numéro comme { $status ->
    [lost] perdue
    [stolen] volée
    [stolen_blank] documents vierges volés
    [revoked] révoquée
   *[invalid] à ne pas accepter
 }.
checks-why-number-pattern = { $state } signale les numéros de cette forme comme { $status ->
    [lost] perdus
    [stolen] volés
    [stolen_blank] documents vierges volés
    [revoked] révoqués
   *[invalid] à ne pas accepter
 }.
checks-why-alert-fits = { $count ->
    [one] Un signalement de faux documents correspond à ce numéro.
   *[other] { $count } signalements de faux documents correspondent à ce numéro.
 }
checks-why-digits-fail = { $count ->
    [one] Un chiffre de contrôle ne concorde pas.
   *[other] { $count } chiffres de contrôle ne concordent pas.
 }
checks-why-structure = La zone n’est pas construite selon les règles.
checks-why-not-asked = Les registres n’ont pas été consultés : la zone n’indique pas de numéro ou d’État.
checks-why-specimen = UTO est l’État des spécimens.
checks-why-expired = Son dernier jour est passé.
checks-why-alert-for-kind = { $count ->
    [one] Un signalement décrit de faux documents de cet État et de ce type : voyez quoi chercher.
   *[other] { $count } signalements décrivent de faux documents de cet État et de ce type : voyez quoi chercher.
 }
checks-no-status = { $state } n’a pas signalé le numéro { $number }.
checks-no-proof = Cela ne prouve pas que le document est authentique.
checks-age = Derniers changements : signalements de l’État émetteur { $status }, signalements de faux documents { $alerts }.
checks-age-never = jamais
checks-age-at-a-glance = Dernier changement dans ce que { $state } signale : { $when }.
checks-age-empty = { $state } n’a inscrit aucun signalement.

# La zone.
checks-zone-says = Ce que dit la zone
checks-zone-label = Zone de lecture automatique
checks-zone-marks = Ce que signifient les marques
checks-layer-digits = Chiffres de contrôle
checks-layer-structural = Comment la zone est construite
checks-layer-cross = Comment ses parties s’accordent
checks-layer-nothing = Rien à remarquer.
checks-column-field = Champ
checks-column-read = Lu, et son chiffre de contrôle
checks-read-nothing = rien
checks-read-partial = pas entièrement connu
checks-read-composite = les champs ensemble
checks-digit-agrees = ✓ concorde
checks-digit-fails = ✗ indique { $digit }, devrait être { $expected }
checks-digit-other-rule = diffère aussi sur des cartes authentiques
checks-digit-none = aucun chiffre ne les couvre
checks-finding-look = à voir

# Ce qui a été tapé.
checks-asked = Ce qui a été demandé
checks-asked-no-zone = Sans la zone, rien ne pouvait être calculé : seuls les registres ont été consultés.

# Les registres.
checks-register = Ce que savent les registres
checks-register-nothing = Rien sur ce document : ni numéro, ni série, ni faux documents signalés.
checks-register-not-asked = Ils n’ont pas été consultés.
checks-basis = Correspond par
checks-basis-exact = ce numéro même
checks-basis-range = la série { $first } à { $last }
checks-basis-pattern = la forme { $pattern } (@ une lettre, # un chiffre)
checks-reported-by = Signalé par
checks-reported-on = Depuis
checks-reference = Sa référence
checks-alert-pattern = Numéros de la forme { $pattern }.
checks-alert-general = Tous les numéros de cet État et de ce type.
checks-alert-by = Fait par { $reporter }, confirmé par { $confirmer }. { $count ->
    [one] { $count } document rencontré.
   *[other] { $count } documents rencontrés.
 }
checks-alert-review-overdue = { $reporter } aurait déjà dû réviser ce signalement. Il reste en vigueur.
checks-alert-points = Cherchez ceci, le plus révélateur d’abord :
checks-alert-card = Carte de vérification rapide

# L’étape suivante : la personne avant le document.
checks-next-step = Étape suivante
checks-step-report-person = Un signalement ne prouve rien contre la personne. Elle est peut-être victime de la traite, ou cherche refuge : demandez et écoutez d’abord.
checks-step-report = Comparez le document avec ce qui est signalé, et appelez l’État qui a signalé avant de le retenir.
checks-step-doubtful = Le chiffre du numéro ne concorde pas : relisez la zone avant d’agir, car ce signalement peut viser un autre document.
checks-step-look-again-person = Un chiffre qui ne concorde pas ne dit rien de la personne. Le plus souvent, le lecteur ou un doigt a glissé.
checks-step-look-again = Relisez la zone, ou tapez-la d’après le document. Si elle échoue encore, il faut un second regard.
checks-step-specimen-person = Demandez comment la personne l’a obtenu. Elle a pu être trompée, et peut avoir besoin de protection.
checks-step-specimen = Un spécimen est imprimé pour la formation et les essais. Il ne donne aucun droit d’entrée et n’identifie personne.
checks-step-expired-person = On fuit, et l’on revient, avec des documents expirés. Demandez pourquoi avant de décider.
checks-step-expired = Décidez selon les règles de votre État sur les documents expirés.
checks-step-no-report-person = Saluez la personne. Votre propre impression compte plus que cette réponse.
checks-step-no-report = Comparez le portrait avec la personne, et nom, nationalité, sexe et État avec la page imprimée : aucun chiffre ne les couvre.
checks-call = Appelez { $state } : { $contact }
checks-call-unknown = { $state } n’a inscrit aucun contact. Demandez à votre point focal de joindre le sien.
checks-second-line = Deuxième ligne : noter l’issue

# La deuxième ligne.
checks-second-line-title = Comment la deuxième ligne s’est-elle terminée ?
checks-second-line-person = Dites ce qu’il en est du document. Rien n’est consigné sur la personne ni sur le document : ni nom ni numéro.
checks-second-line-outcome = Issue
checks-second-line-outcome-hint = Elle est comptée, avec votre État, votre rôle et la minute.
checks-second-line-send = Noter l’issue
checks-second-line-thanks = C’est noté, merci
checks-second-line-kept = Le journal des accès garde cette issue sans le document et sans la personne.
checks-error-outcome = Choisissez comment elle s’est terminée.
checks-outcome-document-genuine = Le document est authentique
checks-outcome-fraud-confirmed = La fraude est confirmée
checks-outcome-undecided = On n’a pas pu trancher
checks-outcome-referred-to-protection = La personne a été orientée vers la protection ou l’asile
checks-outcome-register-error = Le signalement est erroné, ou vise un autre document
checks-next-document-genuine = Si un signalement visait ce document, prévenez l’État qui l’a fait, pour que son titulaire ne soit plus retenu.
checks-next-fraud-confirmed = Si ses marques sont nouvelles, demandez à votre examinateur de documents d’écrire un signalement pour les autres États.
checks-next-undecided = Votre examinateur de documents peut interroger l’État qui a délivré le document.
checks-next-referred-to-protection = Le document peut attendre. D’abord celui ou celle qui accueille la personne.
checks-next-register-error = Prévenez aujourd’hui l’État qui l’a signalé : lui seul peut corriger, et d’ici là d’autres retiendront le titulaire.

# Qui a été bloqué, pour avoir contrôlé numéro après numéro.
checks-stopped = Vos contrôles ou recherches ressemblaient à une tentative d’emporter un registre. Vous pourrez continuer dans { $minutes } minutes. D’ici là, appelez un examinateur de documents de votre État : il peut vous laisser continuer aussitôt, sur la page « Agents bloqués ».
checks-stopped-title = Agents bloqués
checks-stopped-lead = Leurs contrôles ou recherches ressemblaient à une tentative d’emporter un registre. Demandez-leur d’abord pourquoi. Si vous laissez quelqu’un continuer, vous en répondez, et qui supervise voit votre raison.
checks-stopped-none = Personne de votre État n’est bloqué.
checks-stopped-post = Poste
checks-stopped-kind = Ce qui a été vu
checks-stopped-since = Depuis
checks-stopped-until = Jusqu’à
checks-stopped-reason = Pourquoi cette personne peut-elle continuer ?
checks-stopped-reason-hint = C’est conservé avec votre nom.
checks-stopped-lift = Laisser cette personne continuer
checks-stopped-not-oneself = C’est vous qui êtes bloqué : un autre examinateur décide.
checks-error-reason = Choisissez pourquoi.
concern-lifted-group = Un groupe aux documents émis ensemble est passé
concern-lifted-many-at-once = Plusieurs agents ont contrôlé ensemble un même passage
concern-lifted-exercise = C’était un exercice que l’État connaît
concern-lifted-border-must-go-on = On ne sait pas encore : la frontière doit continuer
concern-kind-numbers-close-together = Beaucoup de numéros très proches
concern-kind-numbers-close-together-what = Une personne a contrôlé tant de numéros d’une petite portion d’une série qu’aucune file de voyageurs ne l’explique.
concern-kind-numbers-in-steps = Des numéros à pas égaux
concern-kind-numbers-in-steps-what = Une personne a contrôlé des numéros qui se suivent à pas égaux.
concern-kind-several-people-together = Plusieurs personnes, une série
concern-kind-several-people-together-what = Ce que plusieurs personnes ont contrôlé se trouve, pris ensemble, dans une petite portion d’une série.
concern-kind-too-many-checks = Plus de contrôles qu’aucun travail n’en demande
concern-kind-too-many-checks-what = En une heure ou en un jour, il y a eu plus de contrôles que n’en fait un poste, une personne ou un État.
