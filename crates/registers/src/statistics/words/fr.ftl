# Chiffres d'une année.
room-statistics = Statistiques
statistics-about = Ce que les États et leurs agents ont fait des alertes sur des personnes, compté année par année. Ces chiffres ne permettent de trouver personne, ni aucune alerte.
statistics-none = Rien n'est encore publié.
statistics-all = Toutes les années
statistics-published = Ce qui est publié
statistics-before = La révision précédente
statistics-heading = L'année { $year }
statistics-revision = Révision { $revision }, publiée { $at }
statistics-withheld-about = Les chiffres inférieurs à { $least } ne sont pas dits, sauf zéro ; d'autres non plus, pour qu'on ne puisse pas les calculer.
statistics-withheld = Non dit : petit, ou à côté d'un petit
statistics-withheld-short = n/d
statistics-nothing = Rien de cela n'a été compté.
statistics-noughts = Ce qui n'est pas dans la liste est zéro.
statistics-row = Quoi
statistics-total = Total
statistics-bars = Totaux qui sont dits
statistics-table = Par État
statistics-unanswered = Pas encore de réponse
statistics-in-tens = À la dizaine la plus proche.
statistics-looks-about = Chaque fois qu'un agent a demandé, même quand ce qu'il a saisi n'a pas pu être lu. On ne sait pas ici au sujet de qui.

# Les feuilles.
statistics-sheet-entered = Alertes entrées en vigueur
statistics-sheet-extended = Alertes prolongées
statistics-sheet-withdrawn = Alertes retirées par leur État
statistics-sheet-expired = Alertes dont le délai est passé
statistics-sheet-deleted = Alertes que le comité de recours a décidé de supprimer
statistics-sheet-in-force = Alertes en vigueur à la fin de l'année
statistics-sheet-looks = Contrôles et recherches
statistics-sheet-outcomes = Ce qu'ont donné les correspondances possibles
statistics-sheet-flags = Réserves sur des alertes d'autres États
statistics-sheet-redress = Dossiers de recours déposés
statistics-look-check = Contrôles de documents
statistics-look-search = Recherches d'une personne
statistics-look-match = Correspondances possibles soumises à un collègue

# Fausses correspondances.
statistics-false-title = Pris pour quelqu'un d'autre
statistics-false-share = Sur mille correspondances possibles tranchées, { $share } étaient quelqu'un d'autre (intervalle à 95 % : de { $low } à { $high }).
statistics-false-about = Celles qui n'ont pas pu être tranchées n'y sont pas comptées.
statistics-false-none = Trop peu pour être dit.

# L'année qui n'est pas publiée.
statistics-not-begun = Rien n'est compté avant que le registre soit activé et qu'une semaine soit passée.
statistics-counted-until = Compté avant le { $day }.
statistics-running = Cette année n'est pas terminée. Elle n'est pas publique.
statistics-same = Publiée telle qu'elle est ici.
statistics-issue-consequence = Chacun peut lire ce que vous publiez, et cela ne change plus : ce qui vient ensuite est une nouvelle révision à côté.
statistics-issue-act = Publier cette année
statistics-refused-counting = Cette année n'est pas terminée, ou pas comptée jusqu'à sa fin.
statistics-refused-same = Rien n'est différent de ce qui est publié.
statistics-fault-format = Choisissez csv ou json.
