# Ce que disent les commandes sur la sortie d’erreur.
command-full = Le disque est plein. Rien n’a été enregistré.
command-busy = L’entrepôt est occupé ou s’arrête. Rien n’a été enregistré; réessayez.
command-foreign = { $file } n’est pas une base de données de Puebla. Rien n’y a été changé.
command-served = Un autre processus sert { $folder }. Arrêtez-le, ou travaillez par son entremise avec --server.
command-newer = { $file } a la forme { $found } et cette version connaît la forme { $known } : une version plus récente l’a écrit.
command-missing = Il manque : { $what }
command-occupied = Il y a déjà quelque chose ici : { $what }
command-wrong-key = { $key } n’est pas la clé avec laquelle ces données ont été écrites. Remettez les clés propres au dossier.
command-damaged = Endommagé : { $what }. « puebla verify » en dit plus.
command-fault = Quelque chose a échoué : { $reason }
command-fault-logged = Quelque chose a échoué; la ligne ci-dessus avec { $id } dit quoi.
command-output = Rien ne peut être écrit sur la sortie standard : { $reason }
command-unwritable = { $file } ne peut pas être écrit : { $reason }
command-unreadable = { $file } ne peut pas être lu : { $reason }
command-nobody = Personne ici ne s’appelle { $name }.
command-not-permitted = Les politiques ne le permettent pas, ou cet enregistrement n’existe pas. La tentative est au registre des accès.
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
serve-in-the-clear = { $address } est joignable d’autres machines : donnez --certificate et --key, ou dites --behind-tls-proxy.
serve-open-key = Tout le monde peut lire { $file } : donnez-lui le mode 0400.
serve-taken = Un autre programme occupe { $address }.
serve-not-allowed = Ce compte ne peut pas écouter sur { $address } : les ports inférieurs à 1024 sont réservés.
serve-not-ours = { $address } n’est pas une adresse de cette machine.
serve-cannot-listen = Impossible d’écouter sur { $address } : { $reason }
serve-certificate = { $file } ne peut pas servir de certificat avec sa clé : { $reason }

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
restore-done = { $folder } a été restauré de la sauvegarde de { $process } faite le { $at } par la version { $release }.
restore-counts = Recalculé : { $entries } écritures, { $leaves } lignes du registre des accès, { $files } fichiers.
restore-next = Aucune session n’est ouverte. Quiconque a été suspendu, et tout jeton révoqué, après la sauvegarde vaut de nouveau : vérifiez les deux.

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
user-no-codes = La démonstration ne demande aucun code à { $user }.

# import
import-cut = Le fichier s’est terminé avant d’être complet : { $reason }. Rien n’a été inscrit.
import-stands-still = L’importation n’avance plus depuis une heure. Elle peut encore être inscrite : cherchez { $id } parmi les importations avant de renvoyer le fichier.
