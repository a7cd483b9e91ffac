# Le cadre de chaque page.
shell-name = Secrétariat virtuel
shell-skip = Aller au contenu
shell-rooms = Sections
shell-languages = Langue
shell-sign-out = Fermer la session
shell-purpose = Finalité : { $purpose }
shell-title-refused = Erreur : { $title }
shell-demo = Données de démonstration : les personnes, les numéros et les cas sont tous inventés.
shell-zone = Les heures sont celles de { $zone } ({ $offset }).
shell-zone-change = Changer de fuseau horaire

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
