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
keys-sealed-anew = Scellés à nouveau : { $codes } secrets de codes à usage unique, { $roots } racines de mots scellés. Les mots scellés avant reposent tels quels ; ce qui est scellé à partir de maintenant l’est sous une racine nouvelle.
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
decisions-kept = Lu et gardé comme projets. Rien n’est encore inscrit : confirmez chacun à { $path }
decisions-reading = Paragraphes lus
