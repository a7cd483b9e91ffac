# La salle des procédures de non-objection.
room-silence = Procédures de non-objection
silence-list = Procédures de non-objection
silence-list-about = Un texte que soumet la présidence est adopté à l’échéance, sauf si un État s’y oppose avant. D’abord les procédures ouvertes.
silence-list-caption = Procédures de non-objection
silence-list-empty = Aucune procédure pour le moment.
silence-list-untold = { $count ->
    [one] Une procédure de cette page est terminée et n’est pas montrée : il n’y a pas de place sur le disque pour consigner son résultat.
   *[other] { $count } procédures de cette page sont terminées et ne sont pas montrées : il n’y a pas de place sur le disque pour consigner leur résultat.
}
silence-back = Toutes les procédures de non-objection
silence-back-to-round = Retour à la procédure
silence-kind = procédure de non-objection
silence-round = Procédure de non-objection
silence-symbol = Cote
silence-symbol-hint = Majuscules et chiffres en parties, comme RCGM/2003/2/NO/4.
silence-title = Titre
silence-title-en = Titre en anglais
silence-title-es = Titre en espagnol
silence-text = Texte soumis
silence-text-en = Texte en anglais
silence-text-es = Texte en espagnol
silence-text-hint = Laissez une ligne vide entre les paragraphes. 24 000 caractères au plus.
silence-text-in-english = Le texte en anglais
silence-text-in-spanish = Le texte en espagnol
silence-text-frozen = Les deux textes sont figés. Empreinte :
silence-deadline = Échéance
silence-hour = Heure au siège du secrétariat
silence-hour-hint = De 00:00 à 23:59, comme 17:00.
silence-outcome = Résultat
silence-outcome-open = Ouverte
silence-outcome-broken = Rompue
silence-outcome-adopted = Adoptée
silence-outcome-lapsed = Caduque
silence-opened-by = ouverte par la présidence ({ $state })
silence-state = État
silence-reception = Réception
silence-position = Position
silence-positions = Positions
silence-positions-caption = Positions des États
silence-spoken-of = { $spoken } sur { $electors }
silence-reached-read = lu
silence-reached-delivered = remis
silence-reached-not = pas encore
silence-stance = Position
silence-stance-no-objection = pas d’objection
silence-stance-no-objection-hint = Votre État n’a rien contre le texte.
silence-stance-reservation = réserve
silence-stance-reservation-hint = Votre État ne bloque pas. Ce qu’il n’accepte pas figure à côté du texte.
silence-stance-objection = objection
silence-stance-objection-hint = Votre État ne veut pas que le texte soit adopté. Il doit dire pourquoi.
silence-stance-silent = silencieux de nouveau
silence-stance-silent-hint = Vous retirez la position de votre État.
silence-stance-none = silencieux
silence-taken-back = retirée ensuite
silence-silent-yet = Votre délégation n’a pas pris position. À l’échéance, son silence vaut absence d’objection.
silence-position-of = Position : { $state }
silence-act-no-objection = Pas d’objection
silence-act-objection = S’opposer avec motif
silence-act-reservation = Faire une réserve
silence-act-silent = Retirer la position
silence-reason = Motif, ou ce que vous n’acceptez pas
silence-reason-hint = Nécessaire avec une objection ou une réserve. Toutes les délégations le lisent.
silence-position-send = Enregistrer la position
silence-confirm = Confirmer l’objection
silence-confirm-question = Confirmez-vous l’objection de : { $state } ?
silence-confirm-send = S’opposer
silence-observers-comment = Les observateurs lisent et commentent. Ils ne prennent pas position.
silence-comment = Commenter
silence-comment-about = Toutes les délégations le lisent. Un commentaire ne bloque rien.
silence-comment-text = Votre commentaire
silence-comment-send = Envoyer le commentaire
silence-extension = Demander un délai
silence-extension-about = La présidence répond. L’échéance peut être reportée { $times ->
        [one] une fois
       *[other] { $times } fois
    }, de { $hours } heures au plus.
silence-extension-until = Jusqu’à quand
silence-extension-send = Demander le délai
silence-why = Pourquoi
silence-preside = Répondre au nom de la présidence
silence-preside-nothing = Rien n’attend la présidence dans cette procédure.
silence-preside-send = Enregistrer la réponse
silence-ruling = Réponse
silence-ruling-grant = Accorder le délai
silence-ruling-refuse = Refuser le délai
silence-ruling-take-up = Retenir l’objection
silence-ruling-take-up-hint = La procédure prend fin. Un autre texte peut être soumis ensuite.
silence-which-request = Quelle demande
silence-request = { $state }, jusqu’au { $until }
silence-new-deadline = Nouvelle échéance
silence-why-refused = Pourquoi elle est refusée
silence-open = Ouvrir une procédure
silence-open-about = À l’ouverture, le texte, les États et l’échéance sont figés. Personne ne peut les modifier ni clore la procédure, pas même le secrétariat.
silence-open-send = Ouvrir la procédure
silence-again = Soumettre de nouveau
silence-again-about = Ceci ouvre la révision suivante, avec les États membres d’aujourd’hui. Un texte auquel un État s’oppose encore doit être modifié.
silence-frozen = { $electors ->
        [one] { $electors } État est consulté
       *[other] { $electors } États sont consultés
    } ; { $observers ->
        [one] { $observers } observateur peut commenter
       *[other] { $observers } observateurs peuvent commenter
    }.
silence-rule-open = Une procédure dure au moins { $hours } heures.
silence-rule-heals = Une objection peut être retirée jusqu’à { $hours } heures avant l’échéance. Ensuite, elle met fin à la procédure.
silence-rule-for-good = Une objection met fin aussitôt à la procédure. La présidence peut alors soumettre un autre texte.
silence-open-means = Si aucun État ne s’oppose, le texte est adopté à cet instant, même si ce serveur est éteint.
silence-objected-by = Objection de : { $states }.
silence-heals-until = La procédure continue si toutes les objections sont retirées d’ici au { $until }.
silence-broken-by = Non adopté. Objection de : { $states }.
silence-broken-since = Objection depuis { $since }.
silence-adopted-at = Adopté le { $at } : aucun État ne s’est opposé.
silence-lapsed-means = L’échéance est passée sans ce que demandent les règles. Rien n’est décidé.
silence-lapsed-undelivered = Le texte n’était pas parvenu à temps à : { $states }.
silence-lapsed-spoken = États ayant pris position : { $spoken }.
silence-clock-yours = Votre horloge
silence-clock-seat = Siège du secrétariat
silence-clocks = Dans chaque capitale
silence-clocks-caption = L’échéance dans chaque capitale
silence-history = Ce qui a été enregistré
silence-step-opened = Procédure ouverte, { $states } États
silence-step-deadline = Adoption, si aucun État ne s’oppose
silence-told-delivered = texte remis
silence-told-read = texte lu
silence-told-withdrawal = position retirée
silence-told-comment = commentaire
silence-told-asked = demande un délai jusqu’au { $until }
silence-told-granted = délai accordé, jusqu’au { $until }
silence-told-refused = délai refusé
silence-told-taken-up = objection retenue
silence-told-passed = Le serveur enregistre que l’échéance est passée.
silence-unseen = a remplacé une position que son auteur n’avait pas vue
silence-kept = enregistré, sans effet
silence-follows = Soumet de nouveau :
silence-followed = Soumis de nouveau sous :
silence-done-opened = La procédure est ouverte.
silence-done-position = La position est enregistrée.
silence-done-silent = La position est retirée. Votre État est de nouveau silencieux.
silence-done-unseen = La position est enregistrée. Elle en remplace une de votre délégation que vous n’aviez pas vue : voir l’historique.
silence-done-late = L’objection est arrivée après l’échéance. Elle est enregistrée et ne change rien.
silence-done-comment = Le commentaire est enregistré.
silence-done-asked = La présidence voit que vous demandez un délai.
silence-done-ruled = La réponse est enregistrée.
silence-fault-symbol = Écrivez des majuscules et des chiffres en parties, sans révision, comme RCGM/2003/2/NO/4.
silence-fault-symbol-known = Une autre procédure porte déjà cette cote.
silence-fault-title-missing = Entrez le titre.
silence-fault-title = Écrivez au plus 200 caractères imprimables.
silence-fault-text-missing = Entrez le texte.
silence-fault-text = Écrivez au plus 200 paragraphes de 5 000 caractères chacun.
silence-fault-paragraphs-differ = Les deux textes doivent avoir autant de paragraphes.
silence-fault-deadline-missing = Entrez le jour.
silence-fault-deadline = Écrivez un jour du calendrier et une heure, comme 17:00.
silence-fault-deadline-twice = Ce jour-là, les horloges changent au siège : cette heure vient deux fois ou jamais. Choisissez-en une autre.
silence-fault-too-short = Cela laisse moins de temps que ne le demandent les règles.
silence-fault-same-text = Un État s’est opposé à ce texte, et l’objection tient. Modifiez le texte.
silence-fault-not-the-chair = Seul un État qui préside aujourd’hui ouvre une procédure.
silence-fault-not-ended = Seule une procédure close sans adoption est soumise de nouveau.
silence-fault-followed = Cette procédure a déjà été soumise de nouveau.
silence-fault-rules = Les règles du processus ne peuvent être respectées avec les États d’aujourd’hui.
silence-fault-words-missing = Dites pourquoi, en quelques mots.
silence-fault-words = Écrivez au plus 20 000 caractères imprimables.
silence-fault-stance = Choisissez une position.
silence-fault-nothing-seen = Quand vous avez ouvert cette page, il n’y avait pas de position à retirer.
silence-fault-request = Choisissez la demande à laquelle vous répondez.
silence-fault-ruling = Choisissez une réponse.
silence-fault-comments = Votre délégation a commenté cent fois cette procédure. C’est le maximum.
silence-fault-requests = Votre délégation a demandé vingt fois. C’est le maximum.
silence-fault-after = La liste ne peut pas continuer à partir de là.
silence-without-late = L’échéance est passée.
silence-without-after-end = La procédure était déjà close.
silence-without-before-opening = C’est antérieur à l’ouverture.
silence-without-not-asked = Votre État ou organisation n’est pas consulté ici.
silence-without-only-comments = Les observateurs commentent et ne prennent pas position.
silence-without-not-authorised = Ce rôle ne parle pas pour la délégation.
silence-without-not-the-chair = Seule la présidence de cette procédure fait cela.
silence-without-no-request = Cette demande n’existe pas, ou elle a reçu réponse.
silence-without-own-request = Qui demande un délai ne l’accorde pas.
silence-without-out-of-bounds = La nouvelle échéance doit être plus tardive, dans ce que permettent les règles et la demande.
silence-without-no-more-extensions = L’échéance a été reportée autant que le permettent les règles.
silence-without-nothing-to-withdraw = Ce n’est plus la position de votre État. Rouvrez la procédure et regardez.
silence-without-nothing-to-take-up = Aucune objection ne tient.
silence-letter = Lettre de résultat
silence-letter-about = Une copie à conserver, en PDF. Le registre fait foi.
silence-letter-in-english = Lettre en anglais
silence-letter-in-spanish = Lettre en espagnol
silence-presidency-of = Présidence ({ $state })
silence-fault-no-letter = La procédure n’est pas terminée. La lettre est faite quand plus rien ne change le résultat.
silence-fault-language = Choisissez en, es ou fr.
silence-waiting-position = Procédure de non-objection : position de votre État
silence-waiting-followed = Procédure de non-objection en cours
silence-waiting-request = Un État demande plus de temps
silence-waiting-spoken = { $count ->
    [one] { $count } État a pris position
   *[other] { $count } États ont pris position
}
silence-waiting-asking = { $count ->
    [one] { $count } demande sans réponse
   *[other] { $count } demandes sans réponse
}
silence-change = Modifier
silence-act-take-back = Retirer l’objection
silence-take-back-hint = La procédure reste close. Le même texte peut alors être soumis de nouveau.
silence-done-taken-back = L’objection est retirée. La procédure reste close ; le même texte peut être soumis de nouveau.
silence-open-confirm = Confirmer l’ouverture
silence-open-question = Ouvrir { $symbol } ?
silence-take-up = Retenir l’objection ?
silence-fault-text-long = Un texte a au plus 24 000 caractères dans chaque langue.
silence-fault-too-long = Une procédure dure au plus 366 jours. Choisissez un jour plus proche.
silence-fault-leaves = { $party } ne sera plus membre ce jour-là. Choisissez un jour plus proche, ou ouvrez la procédure après son dernier jour.
silence-fault-positions = Votre État a pris position cent fois dans cette procédure. C’est le maximum.
silence-history-earlier = { $count ->
    [one] { $count } entrée antérieure est enregistrée et n’est pas montrée ici.
   *[other] { $count } entrées antérieures sont enregistrées et ne sont pas montrées ici.
}
silence-letter-in-french = Lettre en français
silence-waiting-objection = Votre État s’oppose : jusque-là, l’objection peut être retirée
silence-waiting-objected = Un État s’oppose : la présidence peut retenir l’objection
