# Ce que disent les commandes sur la sortie d’erreur.
command-full = Le disque est plein. Rien n’a été enregistré.
command-unsynced = Le disque n’accepte pas ce qui est écrit. Rien n’a été enregistré.
command-unsure = Le disque a failli. On ne sait pas si cela a été enregistré : regardez avant de recommencer.
command-busy = L’entrepôt est occupé ou s’arrête. Rien n’a été enregistré; réessayez.
command-foreign = { $file } n’est pas une base de données de Puebla. Rien n’y a été changé.
command-served = Un autre processus sert { $folder }. Arrêtez-le, ou travaillez par son entremise avec --server.
command-newer = { $file } a la forme { $found } et cette version connaît la forme { $known } : une version plus récente l’a écrit. Arrêtez-vous ici : installez la version qui l’a écrit, ou remettez la sauvegarde ou la copie d’avant la mise à niveau.
command-missing = { $what } n’est pas là. S’il est perdu, « puebla restore » le rend d’une sauvegarde ; « puebla doctor --data » en dit plus.
command-occupied = Il y a déjà quelque chose ici : { $what }
command-wrong-key = { $key } n’est pas la clé avec laquelle ces données ont été écrites. Remettez les clés propres au dossier.
command-exposed = { $file } est un secret que d’autres comptes de cette machine peuvent lire. Donnez-lui le mode 0400 (chmod 0400), puis cherchez qui a pu le lire.
command-damaged = Endommagé : { $what }. « puebla verify » en dit plus.
command-fault = Quelque chose a échoué : { $reason }
command-fault-logged = Quelque chose a échoué; la ligne ci-dessus avec { $id } dit quoi.
command-output = Rien ne peut être écrit sur la sortie standard : { $reason }
command-unwritable = { $file } ne peut pas être écrit : { $reason }
command-unreadable = { $file } ne peut pas être lu : { $reason }
command-nobody = Personne ici ne s’appelle { $name }.
command-not-permitted = Les politiques ne le permettent pas, ou cet enregistrement n’existe pas. La tentative est au journal des accès.
command-refused = Refusé : { $code }
command-purpose-needed = Indiquez la finalité avec --purpose, l’une de celles-ci : { $purposes }
command-place-line = ligne { $line }
command-place-column = ligne { $line }, colonne { $column }

# Mauvais usage.
usage-unknown = L’argument { $argument } n’existe pas ici.
usage-no-command = La commande « { $command } » n’existe pas.
usage-command-missing = Il manque une commande.
usage-missing = Il manque : { $arguments }
usage-conflict = { $argument } ne va pas avec { $other }.
usage-value-missing = { $argument } demande une valeur.
usage-value = { $argument } n’admet pas « { $value } » : { $reason }
usage-other = { $reason }
usage-see = Le manuel : { $command }
value-address = donnez une adresse et un port, comme 127.0.0.1:8080 ou [::1]:8080
value-origin-form = donnez le schéma, le nom du serveur et le port, et rien d’autre, comme https://secretariat.example
value-origin-number = donnez un nom : les navigateurs lient les clés d’accès à des noms, non à des nombres
value-origin-clear = donnez une adresse https : les navigateurs n’emploient les clés d’accès que par TLS, sauf pour http://localhost
value-day = donnez un jour comme AAAA-MM-JJ
value-purpose = donnez le code d’une finalité; docs/operate/commands.md les énumère
value-party = donnez les trois majuscules d’un État ou d’une organisation
value-machine = donnez l’adresse d’une machine, comme 10.0.0.9
value-language = donnez en, es ou fr

# Le travail avec un serveur.
server-in-the-clear = Un jeton n’est pas envoyé en clair à { $url } : prenez https, ou une adresse de cette machine.
server-token-open = D’autres peuvent lire { $file } : donnez-lui le mode 0400.
server-token-form = { $file } ne contient pas de jeton.
server-no-authority = { $file } ne contient aucun certificat.
server-other = { $url } a répondu par l’état { $status } et n’est pas un serveur Puebla, ou pas un qui puisse répondre.
server-unreachable = La connexion avec { $url } a échoué : { $reason }

# serve
serve-listening = À l’écoute sur { $url }
serve-in-the-clear = { $address } est joignable d’autres machines : donnez --certificate et --key. Un mandataire sur cette machine joint 127.0.0.1 sans eux.
serve-open-key = Tout le monde peut lire { $file } : donnez-lui le mode 0400.
serve-metrics-for-anyone = { $address } est atteint depuis d’autres machines : nommez avec --metrics-for celles qui peuvent lire les mesures.
serve-taken = Un autre programme occupe { $address }.
serve-not-allowed = Ce compte ne peut pas écouter sur { $address } : les ports inférieurs à 1024 sont réservés.
serve-not-ours = { $address } n’est pas une adresse de cette machine.
serve-cannot-listen = Impossible d’écouter sur { $address } : { $reason }
serve-certificate = { $file } ne peut pas servir de certificat avec sa clé : { $reason }
serve-clock-behind = L’horloge de cette machine dit { $now }, mais on a déjà travaillé dans ce dossier à { $last }. Réglez l’horloge. Si elle est juste et que l’autre heure était fausse, démarrez une fois avec --trust-clock.

# init
init-done = { $folder } a été créé.
init-first = Premier compte d’administration : { $user }. Mot de passe, montré seulement maintenant : { $password }
init-next = À la première ouverture de session, il faut le changer et configurer les codes à usage unique. Copiez bientôt les clés à part : « puebla backup --keys ».
init-profile = Le profil ne peut pas servir : { $reason }

# rebuild
rebuild-house = { $house } : { $entries } écritures appliquées, { $destroyed } détruites passées.
rebuild-same = Aucune table n’a changé.
rebuild-changed = Ces tables diffèrent de ce qu’elles étaient : { $tables }

# verify
verify-log = Registre des accès : { $leaves } lignes, dont { $details } avec leur détail; dernière empreinte { $head }
verify-house = { $house } : { $entries } écritures en { $series } séries, { $destroyed } contenus détruits selon une règle; racine { $root }
verify-files = Fichiers : { $count }, { $kilobytes } ko
verify-damage = ENDOMMAGÉ : { $what }
verify-sound = Tout est conforme à ce qui a été écrit.
verify-not-sound = Des dommages ont été trouvés. Gardez le dossier tel quel, restaurez à côté la dernière sauvegarde et comparez.

# restore
restore-unusable = { $file } ne peut pas être restauré : { $what }
restore-wrong-key = Ce ne sont pas les clés de cette sauvegarde : { $key } diffère.
restore-later-key = Cette copie des clés est plus ancienne que la sauvegarde : elle n’a pas la { $key } d’après { $since }. Prenez une copie faite après.
restore-earlier-key = La sauvegarde a été faite avec une { $key } détruite le { $until }. Prenez une copie des clés faite avant.
restore-done = { $folder } a été restauré de la sauvegarde de { $process } faite le { $at } par la version { $release }.
restore-counts = Recalculé : { $entries } écritures, { $leaves } lignes du journal des accès, { $files } fichiers.
restore-next = Aucune session n’est ouverte. Quiconque a été suspendu, et tout jeton révoqué, après la sauvegarde vaut de nouveau : vérifiez les deux.

# keys
keys-in-force = { $key } : numéro { $epoch }, en vigueur depuis { $since }
keys-since-made = la création du dossier
keys-before = avant : numéro { $epoch }, jusqu’au { $until }
keys-vouched = { "  " }sa signature sous la suivante : { $signature }
keys-destroyed-on = { "  " }détruite le { $at }
keys-rests-nothing = { "  " }plus rien ne repose sur elle : « puebla keys destroy » y met fin
keys-rests = { "  " }{ $state } : { $count } numéros reposent sur elle
keys-still-rests = Des numéros reposent encore sur la clé { $epoch }. Leurs États les saisissent à nouveau, ou ils expirent.
keys-rotated = { $key } est nouvelle à partir de maintenant.
keys-rotated-numbers = Ce qui est saisi à partir de maintenant repose sur elle. Ce qui l’a été avant se trouve comme avant, avec la clé d’avant : « puebla keys show » le compte.
keys-rotated-secrets = Tous les secrets de codes à usage unique ont été scellés à nouveau ; l’appareil de chacun reste tel quel. Les copies d’avant une mise à niveau ont été supprimées.
keys-rotated-checkpoint = Les points de contrôle signés avant valent comme avant. Communiquez la nouvelle clé publique à qui en conserve : « puebla keys show ».
keys-copy-again = Faites maintenant une sauvegarde et une copie des clés. Gardez la copie d’avant aussi longtemps que des sauvegardes d’avant, et pas plus.
keys-destroyed = La clé { $epoch } des numéros est détruite.
keys-demonstration = Une démonstration montre les codes de tous avec cette clé : elle n’est pas changée.

# drill
drill-made = La sauvegarde a été faite le { $at }.
drill-counts = Recalculé : { $entries } écritures, { $leaves } lignes du journal des accès, { $files } fichiers. Ouverts : { $secrets } secrets de codes à usage unique.
drill-number = Le numéro a été trouvé.
drill-times = Secondes : restauré en { $restore }, vérifié en { $verify }, refait à partir du journal en { $rebuild } ; { $all } en tout.
drill-wrong = FAUX : { $what }
drill-sound = Tout peut être restauré de cette sauvegarde. Ce qui a été restauré a été effacé.
drill-not-sound = Quelque chose est faux. Faites une autre sauvegarde et regardez-en une plus ancienne. Ce qui a été restauré a été effacé.
drill-not-noted = L’exercice n’a pas été noté : nommez le dossier avec --data, ou le serveur avec --server.

# mrz
mrz-zone = Zone { $number }, { $format } : { $arithmetic }
mrz-agrees = tous les chiffres de contrôle concordent; cela ne prouve pas l’authenticité
mrz-disagrees = des chiffres de contrôle ne concordent pas
mrz-digit-agrees = { $field } : { $digit } concorde
mrz-digit-disagrees = { $field } : on lit { $digit }, ce devrait être { $expected } (ligne { $line }, colonnes { $from } à { $to })
mrz-uncovered = Aucun chiffre de contrôle ne couvre : { $fields }
mrz-unreadable = La zone { $number } ne peut pas être lue. { $message }

# policy
policy-fits = { $files } fichiers de politiques s’accordent avec le schéma de { $actions } actions.
policy-version = Version { $version }
policy-wrong = Les politiques ne s’accordent pas : { $reason }

# user
user-password = { $user } : premier mot de passe, montré seulement maintenant : { $password }
user-suspended = suspension en cours

# import
import-cut = Le fichier s’est terminé avant d’être complet : { $reason }. Rien n’a été inscrit.
import-stands-still = L’importation n’avance plus depuis une heure. Elle peut encore être inscrite : cherchez { $id } parmi les importations avant de renvoyer le fichier.

# decisions : les verbes opératifs, une liste fermée
decisions-verb-accede = adhérer
decisions-verb-accelerate = accélérer
decisions-verb-accept = accepter
decisions-verb-acknowledge = prendre acte avec reconnaissance
decisions-verb-add = ajouter
decisions-verb-address = traiter
decisions-verb-adopt = adopter
decisions-verb-advance = faire progresser
decisions-verb-affirm = affirmer
decisions-verb-agree = convenir
decisions-verb-align = aligner
decisions-verb-allocate = allouer
decisions-verb-amend = amender
decisions-verb-analyze = analyser
decisions-verb-announce = annoncer
decisions-verb-appeal = lancer un appel
decisions-verb-applaud = applaudir
decisions-verb-apply = appliquer
decisions-verb-appoint = nommer
decisions-verb-appreciate = apprécier
decisions-verb-approve = approuver
decisions-verb-ask = demander
decisions-verb-assess = apprécier la situation
decisions-verb-assign = affecter
decisions-verb-assist = aider
decisions-verb-authorize = autoriser
decisions-verb-begin = commencer
decisions-verb-believe = croire
decisions-verb-build = construire
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
decisions-verb-consult = consulter
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
decisions-verb-draw-attention = appeler l’attention sur
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
decisions-verb-grant = accorder
decisions-verb-guarantee = garantir
decisions-verb-harmonize = harmoniser
decisions-verb-highlight = mettre en relief
decisions-verb-hold = tenir
decisions-verb-hope = espérer
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
decisions-verb-investigate = enquêter
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
decisions-verb-postpone = reporter
decisions-verb-praise = faire l’éloge
decisions-verb-prepare = préparer
decisions-verb-present = présenter
decisions-verb-prevent = prévenir
decisions-verb-prioritize = donner la priorité à
decisions-verb-proclaim = proclamer
decisions-verb-produce = produire
decisions-verb-promote = promouvoir
decisions-verb-propose = proposer
decisions-verb-prosecute = poursuivre en justice
decisions-verb-protect = protéger
decisions-verb-provide = fournir
decisions-verb-publish = publier
decisions-verb-punish = sanctionner
decisions-verb-pursue = poursuivre
decisions-verb-raise = relever
decisions-verb-ratify = ratifier
decisions-verb-reaffirm = réaffirmer
decisions-verb-recall = rappeler
decisions-verb-receive = recevoir
decisions-verb-recognize = reconnaître
decisions-verb-recommend = recommander
decisions-verb-reduce = réduire
decisions-verb-refrain = s’abstenir
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

# decisions : telles qu’une commande les montre
decisions-draft = { $number }. { $verbs } : { $text }
decisions-draft-addressees = { "    " }à : { $names }
decisions-draft-due = { "    " }échéance le { $date } : { $rule }
decisions-draft-due-open = { "    " }échéance un jour encore inconnu : { $rule }
decisions-draft-condition = { "    " }à une condition : { $text }
decisions-draft-no-verb = sans verbe
decisions-drafts-count = { $count ->
        [one] Une décision lue. Rien n’a été inscrit.
       *[other] { $count } décisions lues. Rien n’a été inscrit.
    }
decisions-reading = Paragraphes lus
