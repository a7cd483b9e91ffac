# La salle des décisions.
room-decisions = Décisions
decisions-list = Décisions
decisions-list-about = Ce que les réunions ont décidé, les plus récentes d’abord. Une décision adoptée ne change plus ici.
decisions-list-caption = Décisions
decisions-list-empty = Aucune décision ne convient, ou aucune n’est encore inscrite.
decisions-back = Toutes les décisions
decisions-search = Chercher
decisions-search-clear = Tout montrer
decisions-words = Mots du texte
decisions-due-by = Quelque chose échoit au plus tard le

decisions-decision = Décision
decisions-title = Décision { $symbol }
decisions-symbol = Cote
decisions-text = Texte
decisions-verb = Verbe
decisions-verbs = Verbes
decisions-duty = Devoir
decisions-duty-none = ne demande rien à personne
decisions-duty-soft = demande, et personne n’en répond nommément
decisions-duty-owned = quelqu’un en répond
decisions-addressee = À qui elle s’adresse
decisions-members = tous les membres
decisions-due = Échéance
decisions-due-open = un jour qui n’est pas encore connu
decisions-slip = { $days ->
        [one] un jour de retard
       *[other] { $days } jours de retard
    }
decisions-asks = Ce qu’elle fait et demande
decisions-asks-empty = Elle ne demande rien.
decisions-adopted-on = Adoptée le
decisions-meeting = Réunion
decisions-round = Adoptée par la consultation
decisions-original = Rédigée en
decisions-recorded-at = Inscrite
decisions-position = Place dans le journal
decisions-links = Liens
decisions-history = Ce qui a suivi
decisions-was-adopted = Adoptée
decisions-corrected = Corrigé
decisions-happened = Survenu
decisions-record = Ajouter à son histoire
decisions-done-adopted = La décision est inscrite. Elle ne change plus.
decisions-done-recorded = C’est inscrit à côté de la décision.
decisions-language-en = Anglais
decisions-language-es = Espagnol

decisions-add = Inscrire une décision
decisions-add-about = Inscrivez-la telle qu’elle a été adoptée. Elle ne pourra plus être changée ; une correction se tiendra à côté.
decisions-add-send = Inscrire la décision
decisions-number = Numéro à la réunion
decisions-text-en = Texte en anglais
decisions-text-es = Texte en espagnol
decisions-divergence = Où les deux textes diffèrent
decisions-divergence-hint = Laissez vide s’ils disent la même chose.
decisions-condition = Seulement si
decisions-condition-hint = Ce qui doit avoir eu lieu avant, dans les mots du texte.
decisions-ask-verb = Verbe { $number }
decisions-ask-addressees = À qui (verbe { $number })
decisions-ask-addressees-hint = Des noms séparés par un point-virgule. « Members » vaut pour tous.
decisions-ask-due = Échéance (verbe { $number })
decisions-ask-due-hint = Choisissez dans la liste et changez le nombre ou le jour.
decisions-ask-how = Comment (verbe { $number })
decisions-each = chacun pour soi
decisions-lapses = un pouvoir qui prend fin inutilisé à son jour
decisions-link-kind = Lien { $number }
decisions-link-to = Avec laquelle (lien { $number })
decisions-link-to-hint = La cote d’une décision, ou de la réunion qui traite de celle-ci.
decisions-meeting-hint = Sa cote, comme RCM/VIII.
decisions-round-hint = Seulement si une consultation sans objection l’a adoptée, et aucune réunion.
decisions-adopted-on-hint = Laissez vide pour le dernier jour de la réunion.
decisions-imports = Lire une déclaration

decisions-link-amends = modifie
decisions-link-implements = met en œuvre
decisions-link-supersedes = remplace
decisions-link-refers-to = parle de
decisions-link-shares-meeting = est traitée à la même réunion que
decisions-link-discussed-at = est traitée à
decisions-link-amended-by = est modifiée par
decisions-link-implemented-by = est mise en œuvre par
decisions-link-superseded-by = est remplacée par
decisions-link-referred-by = est mentionnée dans

decisions-fault-number = Écrivez un nombre de 1 à 9999.
decisions-fault-number-known = Cette réunion a déjà une décision de ce numéro.
decisions-fault-original = Choisissez la langue de rédaction.
decisions-fault-text = C’est trop long, ou contient des caractères qui ne s’impriment pas.
decisions-fault-text-missing = Écrivez le texte dans la langue de rédaction.
decisions-fault-missing = Écrivez quelque chose ici.
decisions-fault-verb = Choisissez un verbe.
decisions-fault-due = Choisissez une règle de la liste, comme 3 months after adoption.
decisions-fault-addressees = Écrivez au plus 60 noms de 200 caractères.
decisions-fault-no-owner = Avec ce verbe, quelqu’un doit répondre. Écrivez qui.
decisions-fault-asks-many = Une décision a au plus 20 verbes.
decisions-fault-links-many = Une décision a au plus 20 liens.
decisions-fault-link-kind = Choisissez ce que dit le lien.
decisions-fault-link-to = Aucune autre décision ni réunion n’a cette cote.
decisions-fault-symbol = Écrivez une cote, comme RCM/VIII.
decisions-fault-day = Écrivez un jour du calendrier, comme 2003-05-30.
decisions-fault-meeting-unknown = Aucune réunion de cette cote n’a été convoquée.
decisions-fault-not-over = Ce jour n’est pas encore venu.
decisions-fault-after = La liste ne peut pas continuer à partir de là.

# decisions : les verbes opératifs, une liste fermée
decisions-verb-accede = adhérer
decisions-verb-accept = accepter
decisions-verb-acknowledge = prendre acte avec reconnaissance
decisions-verb-add = ajouter
decisions-verb-address = traiter
decisions-verb-adopt = adopter
decisions-verb-advance = faire progresser
decisions-verb-affirm = affirmer
decisions-verb-agree = convenir
decisions-verb-allocate = allouer
decisions-verb-amend = amender
decisions-verb-analyze = analyser
decisions-verb-appeal = lancer un appel
decisions-verb-applaud = applaudir
decisions-verb-apply = appliquer
decisions-verb-appoint = nommer
decisions-verb-appreciate = apprécier
decisions-verb-approve = approuver
decisions-verb-ask = demander
decisions-verb-assess = apprécier la situation
decisions-verb-assign = affecter
decisions-verb-authorize = autoriser
decisions-verb-begin = commencer
decisions-verb-believe = croire
decisions-verb-call-upon = appeler à
decisions-verb-carry-out = mener à bien
decisions-verb-celebrate = célébrer
decisions-verb-circulate = diffuser
decisions-verb-collaborate = collaborer
decisions-verb-combat = combattre
decisions-verb-commend = louer
decisions-verb-commit = s’engager
decisions-verb-compile = compiler
decisions-verb-complete = achever
decisions-verb-conclude = conclure
decisions-verb-condemn = condamner
decisions-verb-conduct = mener
decisions-verb-confirm = confirmer
decisions-verb-congratulate = féliciter
decisions-verb-consider = examiner
decisions-verb-consolidate = consolider
decisions-verb-continue = continuer
decisions-verb-contribute = contribuer
decisions-verb-convene = convoquer
decisions-verb-cooperate = coopérer
decisions-verb-coordinate = coordonner
decisions-verb-counter = contrer
decisions-verb-create = créer
decisions-verb-decide = décider
decisions-verb-declare = déclarer
decisions-verb-deepen = approfondir
decisions-verb-defend = défendre
decisions-verb-define = définir
decisions-verb-deliver = remettre
decisions-verb-demand = exiger
decisions-verb-deplore = déplorer
decisions-verb-design = concevoir
decisions-verb-designate = désigner
decisions-verb-determine = déterminer
decisions-verb-develop = élaborer
decisions-verb-direct = ordonner
decisions-verb-discuss = débattre
decisions-verb-disseminate = diffuser
decisions-verb-distribute = distribuer
decisions-verb-draft = rédiger
decisions-verb-elaborate = élaborer
decisions-verb-elect = élire
decisions-verb-emphasize = insister sur
decisions-verb-encourage = encourager
decisions-verb-endeavour = s’efforcer
decisions-verb-endorse = faire sien
decisions-verb-enhance = améliorer
decisions-verb-ensure = assurer
decisions-verb-entrust = confier
decisions-verb-eradicate = éradiquer
decisions-verb-establish = établir
decisions-verb-evaluate = évaluer
decisions-verb-examine = examiner
decisions-verb-exchange = échanger
decisions-verb-execute = exécuter
decisions-verb-expand = élargir
decisions-verb-explore = explorer
decisions-verb-express = exprimer
decisions-verb-extend = étendre
decisions-verb-facilitate = faciliter
decisions-verb-fight = lutter
decisions-verb-finalize = finaliser
decisions-verb-finance = financer
decisions-verb-follow-up = assurer le suivi
decisions-verb-formulate = formuler
decisions-verb-forward = faire suivre
decisions-verb-foster = favoriser
decisions-verb-guarantee = garantir
decisions-verb-harmonize = harmoniser
decisions-verb-highlight = mettre en relief
decisions-verb-hold = tenir
decisions-verb-host = accueillir
decisions-verb-identify = identifier
decisions-verb-implement = mettre en œuvre
decisions-verb-improve = améliorer
decisions-verb-include = inclure
decisions-verb-incorporate = incorporer
decisions-verb-increase = accroître
decisions-verb-inform = informer
decisions-verb-initiate = entamer
decisions-verb-instruct = charger
decisions-verb-intend = avoir l’intention
decisions-verb-intensify = intensifier
decisions-verb-invite = inviter
decisions-verb-join = se joindre
decisions-verb-keep = tenir
decisions-verb-launch = lancer
decisions-verb-maintain = maintenir
decisions-verb-make = faire
decisions-verb-mandate = mandater
decisions-verb-mobilize = mobiliser
decisions-verb-modify = modifier
decisions-verb-monitor = surveiller
decisions-verb-nominate = proposer un candidat
decisions-verb-note = noter
decisions-verb-offer = offrir
decisions-verb-organize = organiser
decisions-verb-participate = participer
decisions-verb-pay-tribute = rendre hommage
decisions-verb-perform = accomplir
decisions-verb-pledge = promettre
decisions-verb-praise = faire l’éloge
decisions-verb-prepare = préparer
decisions-verb-present = présenter
decisions-verb-prevent = prévenir
decisions-verb-proclaim = proclamer
decisions-verb-produce = produire
decisions-verb-promote = promouvoir
decisions-verb-propose = proposer
decisions-verb-protect = protéger
decisions-verb-provide = fournir
decisions-verb-publish = publier
decisions-verb-pursue = poursuivre
decisions-verb-raise = relever
decisions-verb-ratify = ratifier
decisions-verb-reaffirm = réaffirmer
decisions-verb-recall = rappeler
decisions-verb-recognize = reconnaître
decisions-verb-recommend = recommander
decisions-verb-reduce = réduire
decisions-verb-regret = regretter
decisions-verb-reinforce = renforcer
decisions-verb-reiterate = réitérer
decisions-verb-reject = rejeter
decisions-verb-remain-seized = rester saisi
decisions-verb-remind = rappeler à
decisions-verb-renew = renouveler
decisions-verb-replace = remplacer
decisions-verb-report = rendre compte
decisions-verb-request = prier
decisions-verb-resolve = résoudre
decisions-verb-respect = respecter
decisions-verb-review = passer en revue
decisions-verb-revise = réviser
decisions-verb-salute = saluer
decisions-verb-schedule = programmer
decisions-verb-seek = chercher à
decisions-verb-send = envoyer
decisions-verb-set-up = mettre en place
decisions-verb-share = partager
decisions-verb-sign = signer
decisions-verb-simplify = simplifier
decisions-verb-start = débuter
decisions-verb-strengthen = renforcer
decisions-verb-stress = mettre l’accent sur
decisions-verb-strive = s’attacher à
decisions-verb-study = étudier
decisions-verb-submit = soumettre
decisions-verb-suggest = suggérer
decisions-verb-support = appuyer
decisions-verb-suspend = suspendre
decisions-verb-take = prendre
decisions-verb-take-note = prendre note
decisions-verb-task = charger
decisions-verb-terminate = mettre fin à
decisions-verb-thank = remercier
decisions-verb-train = former
decisions-verb-transmit = transmettre
decisions-verb-underline = souligner
decisions-verb-underscore = mettre en relief
decisions-verb-undertake = entreprendre
decisions-verb-update = mettre à jour
decisions-verb-urge = exhorter
decisions-verb-use = utiliser
decisions-verb-verify = vérifier
decisions-verb-welcome = se féliciter de
decisions-verb-work = travailler

# decisions : ce que dit une règle d’échéance
decisions-rule-days-after = { $count ->
        [one] un jour
       *[other] { $count } jours
    } après { $anchor }
decisions-rule-days-before = { $count ->
        [one] un jour
       *[other] { $count } jours
    } avant { $anchor }
decisions-rule-months-after = { $count ->
        [one] un mois
       *[other] { $count } mois
    } après { $anchor }
decisions-rule-months-before = { $count ->
        [one] un mois
       *[other] { $count } mois
    } avant { $anchor }
decisions-rule-by = au plus tard le { $date }
decisions-rule-at-meeting = lors de { $meeting }
decisions-rule-before-meeting = avant { $meeting }
decisions-rule-each-meeting = à chaque réunion
decisions-rule-each-meeting-of = à chaque réunion de { $body }
decisions-rule-every = { $count ->
        [one] chaque mois
       *[other] tous les { $count } mois
    }
decisions-rule-every-between = { $count ->
        [one] chaque mois
       *[other] tous les { $count } mois
    } entre les réunions de { $body }
decisions-anchor-adoption = son adoption
decisions-anchor-meeting-end = la fin de la réunion
decisions-meeting-next = la prochaine réunion
decisions-meeting-next-of = la prochaine réunion de { $body }
decisions-meeting-numbered = la réunion numéro { $number }
decisions-meeting-numbered-of = la réunion numéro { $number } de { $body }
decisions-meeting-held = la réunion tenue à { $place }

# decisions : ce qui a pu être lu autrement que voulu
decisions-warning-numbering = Le paragraphe { $paragraph } porte le numéro { $found }, là où { $expected } devrait venir.
decisions-warning-mixed = { $english } décisions sont en anglais et { $spanish } en espagnol.
decisions-warning-other-language = Le paragraphe { $paragraph } est dans une autre langue ; aucun verbe n’en a été lu.
decisions-warning-tables = { $count ->
        [one] Le texte d’un tableau a été lu cellule par cellule.
       *[other] Le texte de { $count } tableaux a été lu cellule par cellule.
    }
decisions-warning-tracked = Suivi des modifications : ce qui est inséré ({ $insertions }) a été pris, ce qui est barré ({ $deletions }) a été laissé de côté.
decisions-warning-nested = Il y a des listes dans des listes ; chacune appartient à la décision qui la précède.
decisions-warning-annex = Une annexe a été laissée de côté, à partir du paragraphe { $paragraph }.
decisions-warning-footnotes = Des notes de bas de page ont été laissées de côté : { $count }.
decisions-warning-running-lines = Des numéros de page et des lignes au bord de chaque page ont été laissés de côté : { $count }.
decisions-warning-columns = Deux colonnes ont été lues l’une après l’autre.
decisions-warning-encoding = Le fichier n’est ni en UTF-8 ni en UTF-16 ; ses lettres sont une supposition.
decisions-warning-no-verb = Aucun verbe opératif n’a été trouvé dans la décision { $number }.
decisions-warning-working-days = Le paragraphe { $paragraph } compte des jours ouvrables, pour lesquels il n’y a pas de règle : quelqu’un fixe le jour.
decisions-warning-outside = Le paragraphe { $paragraph } parle comme une décision et se trouve hors de la liste.
decisions-warning-nothing = Aucune décision n’a été trouvée.

# decisions : pourquoi une déclaration ne peut pas être lue
decisions-unreadable-size = Le fichier a { $kilobytes } ko. Au plus { $limit } ko sont lus.
decisions-unreadable-text = Le texte a trop de paragraphes, ou un paragraphe trop long.
decisions-unreadable-document = Le fichier est une archive sans document lisible. Enregistrez-le en DOCX ou en texte brut.
decisions-unreadable-unpacked = Décompressé, le fichier serait plus grand que tout document.
decisions-unreadable-empty = Il n’y a pas de texte dans le fichier.
