# La salle des membres, des organes et des présidences.
room-members = Membres
members-list = Membres et observateurs
members-list-about = Ce que chaque partie est pour la conférence, depuis quand et par quelle décision. Voir aussi :
members-list-empty = Personne.
members-as-of = Tels qu’ils étaient le
members-as-of-send = Montrer ce jour
members-back = Toutes les parties
members-party = Partie
members-party-back = Retour à la partie
members-name = Nom
members-code = Code
members-code-hint = Les trois lettres propres à un État ; X et deux lettres pour qui n’est pas un État.
members-class = Catégorie
members-class-member = État membre
members-class-observer-state = État observateur
members-class-observer-organisation = organisation observatrice
members-class-network = réseau de la société civile
members-class-guest = invité spécial
members-classes-member = { $count ->
        [one] Un État membre
       *[other] { $count } États membres
    }
members-classes-observer-state = { $count ->
        [one] Un État observateur
       *[other] { $count } États observateurs
    }
members-classes-observer-organisation = { $count ->
        [one] Une organisation observatrice
       *[other] { $count } organisations observatrices
    }
members-classes-network = { $count ->
        [one] Un réseau de la société civile
       *[other] { $count } réseaux de la société civile
    }
members-classes-guest = { $count ->
        [one] Un invité spécial
       *[other] { $count } invités spéciaux
    }
members-since = Depuis
members-by = Par
members-founding = dès le début
members-invited-to = invité à { $meeting }
members-gone = Ne le sont plus
members-history = Ce qu’elle fut, est et sera
members-lasts = en cours
members-ended-by = Comment cela a pris fin
members-until = jusqu’au { $day }

members-applications = Demandes
members-applications-empty = Personne n’a présenté de demande.
members-application = Demande
members-apply = Inscrire une demande
members-apply-about = Quelqu’un demande par écrit à être admis. Ensuite vous passez en revue la liste de la catégorie, et vous inscrivez ce qui a été décidé.
members-apply-send = Inscrire la demande
members-name-en = Nom en anglais
members-name-es = Nom en espagnol
members-name-fr = Nom en français
members-applied-on = Jour de la lettre
members-note = Note
members-outcome = Ce qu’elle est devenue
members-outcome-open = en cours
members-outcome-admitted = acceptée
members-outcome-refused = refusée
members-outcome-withdrawn = retirée
members-settled-on = Réglée le
members-decision = Décision
members-decision-hint = Sa cote, par exemple RCM/VIII/2003/DEC/16.
members-checklist = Liste des conditions
members-checklist-empty = Le processus ne fixe pas de conditions pour cette catégorie.
members-point = Condition
members-point-answer = Remplie
members-point-note = Par quoi
members-point-open = sans réponse
members-point-met = oui
members-point-unmet = non
members-answer = Répondre à une condition
members-answer-send = Inscrire la réponse
members-settle = Inscrire ce qu’elle est devenue
members-settle-about = Pour admettre ou refuser, nommez la décision. Une condition non remplie n’exclut personne : ceux qui décident l’ont vue.
members-admit = acceptée
members-refuse = refusée
members-withdraw = retirée
members-on = Jour
members-on-hint = D’une admission : le premier jour comme partie.
members-settle-send = L’inscrire
members-done-applied = La demande est inscrite.
members-done-answered = La réponse est inscrite.
members-done-settled = Ce que la demande est devenue est inscrit.

members-invite = Inviter à une réunion
members-invite-about = Un invité spécial voit cette réunion et rien d’autre. Quand la réunion est finie ou annulée, plus personne n’entre en son nom.
members-invite-send = Inscrire l’invitation
members-meeting = Réunion
members-meeting-hint = Sa cote, par exemple RCM/VIII.
members-gets-in-from = Entre à partir du
members-done-invited = L’invitation est inscrite.

members-dismiss = Dire jusqu’à quand
members-dismiss-about = Dès le lendemain, plus personne n’entre au nom de cette partie. Ce qu’elle fut reste inscrit.
members-dismiss-send = Inscrire le dernier jour
members-last-on = Dernier jour
members-first-on = Premier jour
members-why = Pourquoi
members-done-dismissed = Le dernier jour est inscrit.

members-institutions = Institutions
members-institutions-empty = Aucune institution n’a encore été nommée.
members-institution = Institution
members-institution-new = Nommer une institution
members-institution-send = Inscrire l’institution
members-institution-end = Une institution qui ne l’est plus
members-institution-end-send = Inscrire son dernier jour
members-field = S’occupe de
members-field-foreign-affairs = affaires étrangères
members-field-interior = intérieur, migration
members-field-other = autre
members-delegation = Délégation
members-delegation-standing = Délégation entre les réunions
members-delegation-to = Délégation à { $meeting }
members-delegation-empty = Personne n’a encore été nommé.
members-delegation-edit = Institutions et délégation
members-delegation-about = Une délégation peut avoir plusieurs institutions, et a une seule position. Dites la fonction de chacun, jamais son nom. Ce que vous inscrivez remplace ce qui était là.
members-delegation-meeting-hint = La cote d’une réunion ; vide pour la délégation entre les réunions.
members-delegation-send = Inscrire la délégation
members-seat = Siège { $number }
members-part = Rôle
members-part-head = chef
members-part-alternate = suppléant
members-part-adviser = conseiller
members-office = Fonction
members-office-hint = Par exemple Vice-ministre. Pas de noms.
members-done-institution = L’institution est inscrite.
members-done-delegation = La délégation est inscrite.

bodies-list = Organes et réseaux
bodies-list-about = Ce qui se réunit, sous quel nom depuis quand, et qui le préside.
bodies-before = Avant
bodies-empty = Aucun organe n’a encore été inscrit.
bodies-code = Nom court
bodies-code-hint = Jusqu’à 12 majuscules et chiffres. Il reste quand l’organe change de nom.
bodies-kind = Genre
members-body-kind-conference = conférence de ministres
members-body-kind-group = groupe de consultation
members-body-kind-presidency = présidence
members-body-kind-troika = troïka
members-body-kind-secretariat = secrétariat
members-body-kind-liaison-network = réseau de liaison
members-body-kind-ad-hoc = groupe ad hoc
bodies-parent = Fait partie de
bodies-parent-hint = Le nom court d’un autre organe.
bodies-often = Réunions par an
bodies-chair = Qui préside
members-chair-presidency = la présidence
members-chair-host = le pays hôte
members-chair-coordinating = un État coordonnateur
members-chair-nobody = personne
bodies-coordinator = État coordonnateur
bodies-coordinator-hint = Ses trois lettres, quand un État coordonne.
bodies-first-on = Premier jour de cette forme
bodies-first-on-hint = Un organe qui change de nom garde l’ancien pour les jours d’avant.
bodies-last-on = Dernier jour de l’organe
bodies-last-on-hint = Seulement quand il ne se réunit plus. Tout le reste demeure alors tel quel.
bodies-change = Changer
bodies-new = Inscrire un organe ou un nouveau nom
bodies-new-about = Pour renommer un organe, inscrivez de nouveau son nom court, avec le nouveau nom et son premier jour.
bodies-send = L’inscrire

presidencies-list = Présidences
presidencies-about = { $chairs ->
        [one] Un seul État préside à la fois.
       *[other] { $chairs } États président ensemble.
    }
presidencies-current = Préside
presidencies-outgoing = A présidé avant
presidencies-incoming = Présidera ensuite
presidencies-terms = Mandats
presidencies-empty = Aucun mandat n’a encore été inscrit.
presidencies-new = Inscrire un mandat
presidencies-new-about = Pour dire quand un mandat prend fin, inscrivez de nouveau le même État et le même premier jour, avec le dernier jour.
presidencies-state = État
presidencies-last-on-hint = Vide tant que personne n’a dit quand il prend fin.
presidencies-send = Inscrire le mandat

members-fault-act = Cette étape n’est pas connue.
members-fault-party = Écrivez trois lettres.
members-fault-party-class = Les États ont un code propre ; X et deux lettres sont pour qui n’est pas un État.
members-fault-class = Choisissez ce qu’il veut être.
members-fault-applied-already = Une demande de sa part est encore en cours.
members-fault-name-en-missing = Écrivez le nom en anglais.
members-fault-name-es-missing = Écrivez le nom en espagnol.
members-fault-name-fr-missing = Écrivez le nom en français.
members-fault-applied-on-missing = Indiquez le jour de la lettre.
members-fault-text = Écrivez au plus 200 caractères imprimables.
members-fault-day = Écrivez un jour du calendrier, par exemple 2003-05-30.
members-fault-decision = Écrivez la cote de la décision, par exemple RCM/VIII/2003/DEC/16.
members-fault-meeting = Écrivez la cote de la réunion, par exemple RCM/VIII.
members-fault-meeting-unknown = Aucune réunion tenue ou à tenir n’a cette cote.
members-fault-after-meeting = La réunion est finie à ce moment-là.
members-fault-point = Choisissez une condition de cette liste.
members-fault-met = Dites si la condition est remplie.
members-fault-note-missing = Écrivez par quoi, ou pourquoi.
members-fault-on-missing = Indiquez le jour.
members-fault-unanswered = Répondez d’abord à toutes les conditions.
members-fault-settled = Cette demande est déjà réglée.
members-fault-overlap = C’est déjà une partie ce jour-là ou plus tard.
members-fault-over = Ce n’est plus une partie à ce moment-là.
members-fault-asked = Sa position est demandée dans une procédure de non-objection qui finit plus tard. Indiquez un jour après elle : on ne retire à personne sa voix tant qu’elle compte.
members-fault-order = Le dernier jour précède le premier.
members-fault-first-on-missing = Indiquez le premier jour.
members-fault-last-on-missing = Indiquez le dernier jour.
members-fault-field = Choisissez de quoi l’institution s’occupe.
members-fault-institution = Choisissez une institution de cette partie.
members-fault-many = Une partie a au plus 20 institutions.
members-fault-part = Choisissez le rôle.
members-fault-office-missing = Écrivez la fonction.
members-fault-head = Une délégation a un seul chef.
members-fault-body-code = Écrivez jusqu’à 12 majuscules et chiffres.
members-fault-body-kind = Choisissez le genre d’organe.
members-fault-body-overlap = L’organe a déjà une forme ce jour-là ou plus tard.
members-fault-body-unknown = Aucun organe qui se réunit n’a ce nom court.
members-fault-parent-unknown = Aucun organe n’a ce nom court. Inscrivez d’abord cet organe.
members-fault-parent-circle = Un organe n’est pas au-dessus de lui-même.
members-fault-often = Écrivez un nombre jusqu’à 366.
members-fault-chair = Choisissez qui le préside.
members-fault-coordinator = Nommez l’État coordonnateur quand un État coordonne, et seulement alors.
members-fault-not-member = Seul un État membre au premier jour préside.
members-fault-chairs = Plus d’États présideraient à la fois que le processus n’en prévoit, ou l’un d’eux deux fois.
members-fault-term-ended = Ce mandat est déjà inscrit. Inscrivez son dernier jour pour y mettre fin.
