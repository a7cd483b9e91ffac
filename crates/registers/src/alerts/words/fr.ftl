# La salle et sa première page.
room-alerts = Signalements de personnes
alerts-about = Qui a disparu, est en danger, est demandé comme témoin, ou est recherché pour traite des personnes ou exploitation sexuelle de mineurs. Personne n’est ici pour sa façon de voyager.
alerts-off = Ce registre est désactivé.
alerts-off-why = Aucune décision de la conférence ne l’a adopté. Rien ne peut être inscrit et rien n’est montré.
alerts-on = Adopté par la décision { $symbol } du { $day }. Chaque État dit lui-même à quelles catégories il participe.
alerts-categories = Catégories
alerts-category = Catégorie
alerts-states = États qui participent
alerts-nobody = Aucun pour l’instant
alerts-own-state = Votre État
alerts-own-in = Participe
alerts-own-out = Ne participe pas
alerts-history = Ce qui a été activé ou désactivé, et par qui
alerts-step-adopted = Le registre a été adopté : { $state }
alerts-step-repealed = Il a été mis fin au registre : { $state }
alerts-step-opted-in = { $state } participe
alerts-step-opted-out = { $state } ne participe plus
alerts-done-adopted = Le registre est activé. Chaque État dit maintenant lui-même à quelles catégories il participe.
alerts-done-repealed = Le registre est désactivé. Plus rien n’en est montré.
alerts-done-opted-in = Votre État participe.
alerts-done-opted-out = Votre État ne participe plus. Rien de cette catégorie ne lui est montré ni n’est conservé pour lui.

# Activer et désactiver.
alerts-adopt-title = Enregistrer la décision qui adopte le registre
alerts-adopt-consequence = Dès lors, l’administrateur de chaque État membre peut dire que son État participe. Cela n’inscrit aucun signalement.
alerts-adopt-act = Activer le registre
alerts-repeal-title = Enregistrer la décision qui met fin au registre
alerts-repeal-consequence = Dès cet instant, personne ne voit plus de signalement et aucun État ne participe plus. Après trente jours, tout ce que disaient les signalements est détruit. Si le registre est adopté à nouveau, chaque État doit redire qu’il participe.
alerts-repeal-act = Désactiver le registre
alerts-symbol = Cote de la décision
alerts-symbol-hint = Telle qu’on la cite, par exemple RCM/VIII/2003/DEC/15. Ce registre ne voit pas les décisions : vérifiez-y la cote.
alerts-decided-on = Date de la décision
alerts-opt-title = Participation à une catégorie
alerts-opt-in-consequence = Les agents de votre État pourront alors inscrire des signalements de cette catégorie et voir ceux des autres États qui y participent. On peut y mettre fin à tout moment.
alerts-opt-in-act = Participer
alerts-opt-out-consequence = Dès cet instant, rien de cette catégorie n’est montré à votre État. Ses signalements ne sont plus montrés non plus, ni aux autres États ni à ses propres agents. Après trente jours, ce qu’ils disaient est détruit.
alerts-opt-out-act = Ne plus participer
alerts-opt-basis = Base nationale
alerts-opt-basis-hint = La loi ou la décision qui permet à votre État de participer. Toute personne qui voit cette page la lit.

# Catégories.
alerts-category-missing-child = Enfant disparu
alerts-category-child-at-risk = Enfant risquant d’être emmené à l’étranger
alerts-category-missing-vulnerable = Personne disparue qui ne peut se protéger
alerts-category-vulnerable-at-risk = Adulte risquant d’être emmené à l’étranger
alerts-category-locate-witness = Témoin
alerts-category-capture-trafficking = Recherché par un juge : traite des personnes
alerts-category-capture-exploitation = Recherché par un juge : exploitation sexuelle de mineurs
alerts-category-impediment-entry = Empêchement d’entrée
alerts-category-impediment-exit = Empêchement de sortie

# Ce qui est faux et ce qui est refusé.
alerts-fault-symbol = Écrivez la cote de la décision : majuscules et chiffres en parties séparées par /.
alerts-fault-decided-missing = Dites à quelle date cela a été décidé.
alerts-fault-decided-later = La date de la décision ne peut être dans l’avenir.
alerts-fault-basis = Nommez la loi ou la décision, en { $most } caractères au plus.
alerts-refused-adopted = Le registre est déjà activé.
alerts-refused-off = Le registre est désactivé : aucune décision de la conférence ne l’a adopté.
alerts-refused-opted-in = Votre État participe déjà à cette catégorie.
alerts-refused-opted-out = Votre État ne participe pas à cette catégorie.

# Ce que demande un signalement, et sur quelle base.
alerts-action-protect = Conduire la personne auprès de ceux qui la protègent
alerts-action-locate = Dire où la personne a été rencontrée
alerts-action-prevent-exit = Ne pas laisser la personne quitter le pays
alerts-action-refuse-entry = Ne pas laisser la personne entrer dans le pays
alerts-action-detain = Arrêter la personne, si un ordre de votre propre État le prescrit
alerts-action-ask-owner = Consulter l’État auteur du signalement, et rien d’autre
alerts-offence-trafficking = Traite des personnes
alerts-offence-exploitation = Exploitation sexuelle de mineurs
alerts-basis-judicial = Un juge
alerts-basis-national = Une autre autorité habilitée par la loi nationale
alerts-sex-female = Féminin
alerts-sex-male = Masculin
alerts-sex-other = X
alerts-sex-unknown = Non connu
alerts-standing-draft = Projet
alerts-standing-proposed = Attend une seconde personne
alerts-standing-active = En vigueur
alerts-standing-withdrawn = Retiré
alerts-ending-achieved = La personne a été retrouvée, ou l’ordre exécuté
alerts-ending-mistaken = Il dit quelque chose de faux, ou nomme une autre personne
alerts-ending-lifted = La décision sur laquelle il reposait ne vaut plus
alerts-ending-excessive = Il demande plus que le cas ne justifie
