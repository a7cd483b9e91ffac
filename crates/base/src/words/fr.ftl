# Le cadre de chaque page.
shell-name = Secrétariat virtuel
shell-skip = Aller au contenu
shell-rooms = Sections
shell-languages = Langue
shell-sign-out = Fermer la session
shell-put-away = Cette page a été retirée
shell-put-away-why = Pendant { $minutes } minutes, rien n’a été demandé ici : votre session est peut-être terminée, et ce qui était affiché n’est plus à l’écran.
shell-put-away-back = Afficher de nouveau la page
shell-purpose = Finalité : { $purpose }
shell-title-refused = Erreur : { $title }
shell-demo = Données de démonstration : les personnes, les numéros et les cas sont tous inventés.
shell-demo-guide = Que faire ici
shell-zone = Les heures sont celles de { $zone } ({ $offset }).
shell-zone-change = Changer de fuseau horaire
shell-quoted = « { $said } »

# Formulaires.
form-optional = (facultatif)
form-choose = Choisissez
form-cancel = Revenir
form-error = Erreur :
form-errors = { $count ->
    [one] Il y a une chose à corriger
   *[other] Il y a { $count } choses à corriger
 }
form-date-day = Jour
form-date-month = Mois
form-date-year = Année
form-date-incomplete = Inscrivez le jour, le mois et l’année.
form-date-impossible = Inscrivez une date qui existe, en chiffres, avec les quatre chiffres de l’année. Par exemple : 14 2 2027.

# Tableaux.
table-pages = Pages de la liste
table-rows-of = Lignes { $from } à { $to } sur { $total }
table-rows = Lignes { $from } à { $to }
table-previous = Page précédente
table-next = Page suivante
chart-aim = Cible : { $aim }

# Les marques d’une zone de lecture automatique.
zone-ok = Souligné : son chiffre de contrôle concorde.
zone-bad = Encadré : une vérification échoue.
zone-plain = Sans marque : aucun chiffre de contrôle ne le couvre.

# Avancement et étapes.
progress-of = { $done } sur { $total }
progress-so-far = { $done } jusqu’ici
timeline-missed = Non accompli :
timeline-next = À venir :

# Il y a combien de temps.
time-ago-moment = il y a moins d’une minute
time-ago-minutes = { $count ->
    [one] il y a une minute
   *[other] il y a { $count } minutes
 }
time-ago-hours = { $count ->
    [one] il y a une heure
   *[other] il y a { $count } heures
 }
time-ago-days = { $count ->
    [one] il y a un jour
   *[other] il y a { $count } jours
 }
time-left-days = { $days } j { $hours } h
time-left-hours = { $hours } h { $minutes } min

# Finalités : pourquoi une personne travaille.
purpose-border-control = Contrôle frontalier
purpose-document-examination = Examen de documents
purpose-document-issuance = Tenue des documents de mon État
purpose-data-stewardship = Qualité des données de mon État
purpose-alert-issuance = Signalements de personnes
purpose-child-protection = Protection des enfants
purpose-redress = Répondre à qui demande ses droits
purpose-administration = Gestion des personnes de mon État
purpose-operation = Exploitation du système
purpose-secretariat = Travail de la conférence
purpose-oversight = Supervision

# Ce que nous disons quand nous ne faisons pas ce qui est demandé.
problem-home = Aller à la première page
problem-not-found = Il n’y a rien ici pour vous
problem-not-found-detail = L’adresse est peut-être fausse, ou ce qu’elle contenait ne vous est pas destiné.
problem-method = Cette adresse ne se demande pas ainsi
problem-method-detail = L’en-tête Allow de la réponse dit de quelles façons elle se demande.
problem-sign-in = Ouvrez d’abord une session
problem-sign-in-detail = Aucune session n’est ouverte, ou elle a pris fin.
problem-purpose-missing = Choisissez d’abord une finalité
problem-purpose-missing-detail = Dites à quelle fin vous consultez. Une machine la nomme dans l’en-tête Puebla-Purpose.
problem-forged-form = Ce formulaire n’est pas digne de confiance
problem-forged-form-detail = Il ne vient pas d’une page de votre session. Ouvrez la page de nouveau et renvoyez-le.
problem-invalid-input = Ce qui a été envoyé est inutilisable
problem-invalid-input-detail = Rien n’a été enregistré. Corrigez ce qui est signalé et renvoyez.
problem-too-large = Trop de données en une fois
problem-too-large-detail = La limite est de { $limit } ko. Rien n’a été enregistré.
problem-media-type = Ce type de contenu n’est pas accepté ici
problem-media-type-detail = Envoyez le type de contenu que la documentation indique.
problem-too-often = Trop de demandes
problem-too-often-detail = Attendez { $seconds } secondes et réessayez.
problem-used-up = Épuisé pour le moment
problem-used-up-detail = On en a déjà demandé autant qu’on le peut dans cette heure ou ce jour. Attendez, ou parlez à qui vous supervise.
problem-stopped = Vos contrôles sont bloqués pour le moment
problem-stopped-detail = Ce qui a été fait ressemblait à une tentative d’emporter un registre. Qui supervise en a été averti.
problem-conflict = Impossible dans l’état actuel
problem-busy = Trop de demandes attendent déjà
problem-busy-detail = Rien n’a été enregistré. Réessayez dans un instant.
problem-log-unavailable = Le journal des accès ne peut être écrit
problem-log-unavailable-detail = Rien ne peut être montré tant que les consultations ne sont pas consignées. Prévenez la personne qui exploite le système.
problem-disk-full = Le disque est plein
problem-disk-full-detail = Rien n’a été enregistré. Prévenez la personne qui exploite le système.
problem-record-gap = L’écrit ne tient pas
problem-record-gap-detail = Une vérification a trouvé qu’un journal ou le journal des accès n’est pas ce qui a été écrit. Tant qu’un exploitant et une personne qui supervise n’ont pas consigné ce qui s’est passé, rien de nouveau n’est mis en vigueur ici. Les consultations continuent, de même que ce qui retire quelque chose ou protège quelqu’un. Prévenez la personne qui exploite le système.
problem-disk-failing = Le disque n’accepte pas ce qui est écrit
problem-disk-failing-detail = Rien n’a été enregistré. Prévenez la personne qui exploite le système.
problem-unsure = On ne sait pas si cela a été enregistré
problem-unsure-detail = La réponse n’est pas venue à temps. Regardez si c’est là avant de l’envoyer de nouveau.
problem-unopened = Ce qui est scellé ne s’ouvre pas
problem-unopened-detail = Rien n’en a été montré. On l’a déplacé ou changé là où il repose, ou la clé sous laquelle il a été scellé manque. Prévenez la personne qui exploite le système : « puebla verify », et la page sur le remplacement des clés.
problem-fault = Une erreur s’est produite de notre côté
problem-fault-detail = Elle est consignée sous { $id }. Citez ce numéro en la signalant.
refusal-not-a-form = Le formulaire est illisible.
refusal-cut-short = La demande s’est arrêtée avant la fin. Rien n’a été enregistré.
refusal-not-utf8 = Le texte n’est pas en UTF-8. Enregistrez-le en UTF-8 et renvoyez-le.
refusal-json = Ce n’est pas le JSON attendu : { $reason }
drafts-too-many = Vous conservez trop de brouillons. Supprimez-en d’abord.
drafts-not-yours = Ce brouillon n’est pas le vôtre.
