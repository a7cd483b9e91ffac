# Ce que trouve l’examen : ce que c’est, pourquoi cela compte, que faire.
doctor-well = Il n’y a rien à faire.
doctor-to-do = À faire : { $count }
doctor-is-note = bon à savoir
doctor-is-todo = à faire
doctor-is-urgent = urgent
doctor-is-stops = arrêté

doctor-folder-absent = Le dossier { $folder } n’existe pas.
doctor-folder-absent-why = Sans lui, il n’y a rien à servir.
doctor-folder-absent-do = Si la machine est neuve : « puebla init --data { $folder } ». S’il existait : voyez si son disque est monté, sinon restaurez la dernière sauvegarde avec « puebla restore ».

doctor-folder-foreign = { $folder } n’est pas un dossier de données de Puebla.
doctor-folder-foreign-why = Rien n’y peut être servi.
doctor-folder-foreign-do = Nommez le dossier créé par « puebla init ». Est-ce bien lui ? Alors son disque n’est peut-être pas monté.

doctor-folder-unreadable = Ce compte ne peut pas lire { $folder }.
doctor-folder-unreadable-why = Ce qui ne peut être lu ne peut être examiné.
doctor-folder-unreadable-do = Donnez la commande avec le compte qui sert : « sudo -u { $account } puebla doctor --data { $folder } ».

doctor-folder-mode = { $folder } est ouvert à d’autres comptes : son mode est { $mode }.
doctor-folder-mode-why = Ils pourraient lire ce que signalent les États.
doctor-folder-mode-do = chmod 0700 { $folder }

doctor-folder-owner = { $file } n’appartient pas à { $account }, à qui appartient { $folder }.
doctor-folder-owner-why = Le serveur ne pourra peut-être pas y écrire. Cela arrive quand une commande est donnée en tant que root.
doctor-folder-owner-do = chown -R { $account }: { $folder }

doctor-folder-root = { $folder } appartient à { $account }.
doctor-folder-root-why = Qui le sert doit alors être root, et une faille du serveur en serait une de toute la machine.
doctor-folder-root-do = Donnez-le à un compte à lui : « chown -R puebla: { $folder } », et servez avec ce compte.

doctor-key-missing = Une clé manque : { $file }
doctor-key-missing-why = Sans ses clés le dossier n’est pas servi ; aucun numéro n’y peut être retrouvé.
doctor-key-missing-do = Remettez la copie faite avec « puebla backup --keys » : restaurez avec elle la dernière sauvegarde à côté de { $folder } et prenez-y les fichiers de « keys ».

doctor-key-open = Une clé peut être lue par d’autres comptes : { $file }
doctor-key-open-why = Qui la possède peut essayer tous les numéros contre le registre. Ainsi le dossier n’est pas servi.
doctor-key-open-do = chmod 0400 { $file } — puis cherchez qui a pu la lire.

doctor-key-damaged = Une clé ne peut pas servir : { $file }
doctor-key-damaged-why = Sans ses clés le dossier n’est pas servi.
doctor-key-damaged-do = Remettez la copie faite avec « puebla backup --keys », comme lorsqu’une clé manque.

doctor-key-wrong = { $file } n’est pas la clé avec laquelle ces données ont été écrites.
doctor-key-wrong-why = Avec une autre clé, rien du registre ne serait trouvé. Ainsi le dossier n’est pas servi.
doctor-key-wrong-do = Remettez les clés propres au dossier. Elles sont là où « puebla backup --keys » les a écrites.

doctor-file-missing = { $file } était là et n’y est plus.
doctor-file-missing-why = Il n’est pas refait : un fichier vide répondrait « aucun signalement » à chaque question.
doctor-file-missing-do = Cherchez le fichier. S’il est perdu, gardez { $folder } tel quel et restaurez à côté la dernière sauvegarde avec « puebla restore ».

doctor-file-foreign = { $file } n’est pas une base de données de Puebla.
doctor-file-foreign-why = Autre chose est à sa place, ou son début a été écrasé.
doctor-file-foreign-do = Gardez { $folder } tel quel et restaurez à côté la dernière sauvegarde avec « puebla restore ».

doctor-file-newer = { $file } a la forme { $found } ; cette version connaît la forme { $known }.
doctor-file-newer-why = Une version plus récente y a travaillé. Celle-ci n’y touche pas.
doctor-file-newer-do = Réinstallez la version plus récente ; ou restaurez dans un nouveau dossier la sauvegarde faite avant la mise à jour.

doctor-file-damaged = { $file } est endommagé : { $reason }
doctor-file-damaged-why = Ce qu’il répond peut être faux.
doctor-file-damaged-do = Arrêtez le serveur, gardez { $folder } tel quel, restaurez à côté la dernière sauvegarde avec « puebla restore » et faites vérifier le disque.

doctor-upgrade-pending = { $file } a la forme { $found } ; cette version lui donnera la forme { $known }.
doctor-upgrade-pending-why = Le prochain démarrage le fera. Ensuite une version plus ancienne ne pourra plus y travailler.
doctor-upgrade-pending-do = Faites une sauvegarde avant le prochain démarrage.

doctor-tables-pending = Les tables de { $file } seront refaites à partir de son journal.
doctor-tables-pending-why = Le prochain démarrage le fera, car cette version les fait autrement. Avec beaucoup d’écritures, cela prend des minutes.
doctor-tables-pending-do = Rien : attendez la fin du prochain démarrage.

doctor-content-damaged = Ce n’est pas ce qui a été écrit : { $reason }
doctor-content-damaged-why = Quelqu’un ou quelque chose l’a changé.
doctor-content-damaged-do = Gardez le dossier tel quel, restaurez à côté la dernière sauvegarde avec « puebla restore », comparez et prévenez ceux qui surveillent.

doctor-reserve-spent = La réserve d’espace disque dans { $folder } est épuisée.
doctor-reserve-spent-why = Elle vous a permis d’agir avec un disque plein. La prochaine fois il n’y en aura pas.
doctor-reserve-spent-do = Faites de la place sur le disque ; la réserve est alors gardée à nouveau.

doctor-wal-large = { $file } a grandi jusqu’à { $size }.
doctor-wal-large-why = Quelque chose lit depuis longtemps, et ce qui fut écrit n’a pu être repris. Le disque se remplit.
doctor-wal-large-do = Cherchez une commande qui tourne depuis des heures ; sinon redémarrez le serveur.

doctor-wal-left = { $file } ({ $size }) est resté d’un serveur qui n’a pas fini en ordre.
doctor-wal-left-why = Rien n’est perdu : le prochain démarrage le reprend.
doctor-wal-left-do = Démarrez le serveur. N’effacez pas le fichier.

doctor-disk-full = Il reste { $free } au disque de { $folder }.
doctor-disk-full-why = Quand il est plein, ce que signalent les États est refusé ; une fois la réserve épuisée aussi, rien n’est montré, car aucune consultation ne peut être inscrite.
doctor-disk-full-do = Faites de la place maintenant : déplacez d’anciennes sauvegardes et les fichiers d’autres programmes, ou agrandissez le disque.

doctor-disk-filling = Le disque de { $folder } suffit pour { $days } jours environ : il reste { $free }, à { $pace } par jour.
doctor-disk-filling-why = C’est le rythme depuis le premier jour du dossier ; une importation va plus vite.
doctor-disk-filling-do = Agrandissez le disque, ou déplacez les fichiers d’autres programmes.

doctor-disk-copy = Il reste { $free } au disque de { $folder } ; une sauvegarde y demande { $size } pendant qu’elle se fait.
doctor-disk-copy-why = La prochaine sauvegarde échouera.
doctor-disk-copy-do = Faites de la place sur le disque, ou agrandissez-le.

doctor-disk-memory = { $folder } est en mémoire ({ $kind }).
doctor-disk-memory-why = Tout est perdu quand la machine s’arrête.
doctor-disk-memory-do = Mettez le dossier sur un disque : arrêtez le serveur, copiez le dossier et indiquez le nouvel emplacement dans --data.

doctor-disk-network = { $folder } est sur une autre machine ({ $kind }).
doctor-disk-network-why = À travers un réseau, ni les verrous ni ce que promet fsync ne sont sûrs : les données peuvent être endommagées.
doctor-disk-network-do = Mettez le dossier sur un disque de cette machine. Envoyez par le réseau des sauvegardes, pas le dossier.

doctor-party-alone = Sans administrateur actif : { $parties }
doctor-party-alone-why = Personne ne peut y inscrire ni suspendre quelqu’un.
doctor-party-alone-do = Pour chacun : « puebla user found NOM --party CODE … », au nom d’un opérateur.

doctor-operator-none = Il n’y a aucun opérateur actif.
doctor-operator-none-why = Sauvegardes, vérifications et restaurations lui reviennent.
doctor-operator-none-do = L’administrateur du secrétariat en inscrit un : « puebla user add NOM --role operator … ».

doctor-operator-one-factor = Opérateurs sans second facteur : { $count }
doctor-operator-one-factor-why = Qui connaît leur mot de passe pourrait en configurer un à leur place, et accéder ainsi à une copie de tout.
doctor-operator-one-factor-do = Demandez-leur de se connecter ; il leur est alors demandé d’en configurer un.

doctor-password-unused = Personnes qui n’ont pas utilisé leur premier mot de passe pendant les sept jours où il sert : { $count } ({ $parties })
doctor-password-unused-why = Il ne leur permet plus d’entrer, et personne ne surveille un compte que personne n’utilise.
doctor-password-unused-do = Leurs administrateurs suspendent qui n’a pas besoin du compte et donnent aux autres un nouveau premier mot de passe.

doctor-token-ending = Jetons d’exploitation qui prennent fin dans les deux semaines : { $count }
doctor-token-ending-why = Les sauvegardes ou vérifications de nuit qui s’en servent échoueront alors.
doctor-token-ending-do = Créez-en un nouveau sur la page Compte et mettez-le à la place de l’ancien.

doctor-backup-never = Aucune sauvegarde n’a jamais été faite.
doctor-backup-never-why = Si le disque casse, tout est perdu.
doctor-backup-never-do = « puebla backup --out FICHIER », et une fois « puebla backup --keys FICHIER ». Puis chaque nuit : docs/operate/backup-and-restore.md

doctor-backup-old = La dernière sauvegarde date d’il y a { $hours } heures : { $at }.
doctor-backup-old-why = Ce qui est venu depuis est perdu si le disque casse.
doctor-backup-old-do = Faites-en une maintenant ; puis cherchez pourquoi celle de la nuit n’a pas eu lieu : « systemctl status puebla-backup.timer ».

doctor-verification-never = Rien n’a jamais été vérifié.
doctor-verification-never-why = Un dommage que personne ne cherche apparaît au plus mauvais moment.
doctor-verification-never-do = « puebla verify », ou le bouton de la page Exploitation.

doctor-verification-old = La dernière vérification date d’il y a { $hours } heures : { $at }.
doctor-verification-old-why = Un changement depuis lors n’a pas été remarqué.
doctor-verification-old-do = « puebla verify » ; puis cherchez pourquoi la minuterie n’a pas tourné : « systemctl status puebla-verify.timer ».

doctor-record-gap = La vérification de { $at } a trouvé qu’un journal ou le journal des accès ne tient pas, et personne n’a consigné ce qui s’est passé.
doctor-record-gap-why = Les signalements de personnes sont arrêtés : rien de nouveau n’est mis en vigueur sur quiconque.
doctor-record-gap-do = Restaurez la dernière sauvegarde qui tient et servez-la ; ou faites dire à la page Exploitation, par un exploitant et une personne qui supervise, deux personnes, ce qui s’est passé.

doctor-verification-damage = La vérification de { $at } a trouvé des dommages.
doctor-verification-damage-why = Quelque chose n’est pas ce qui a été écrit.
doctor-verification-damage-do = Lisez sur la page Exploitation ce que c’était. Gardez le dossier tel quel, restaurez à côté la dernière sauvegarde et comparez.

doctor-clock-behind = L’horloge de cette machine dit { $now } ; la dernière ligne du journal des accès date de { $last }.
doctor-clock-behind-why = L’horloge retarde, ou avançait. Les codes à usage unique échouent et les échéances tombent un autre jour.
doctor-clock-behind-do = Mettez l’horloge à l’heure : « timedatectl set-ntp true ». Puis redémarrez le serveur.

doctor-clock-free = L’horloge n’est pas tenue juste par l’heure du réseau.
doctor-clock-free-why = Quand elle dérive d’une demi-minute, les codes à usage unique commencent à échouer.
doctor-clock-free-do = timedatectl set-ntp true — ou installez chrony.

doctor-clock-unknown = On ne peut savoir ici si l’horloge est tenue juste.
doctor-clock-unknown-why = Les codes à usage unique et les échéances en dépendent.
doctor-clock-unknown-do = Voyez vous-même si la machine prend l’heure du réseau : « chronyc tracking », ou demandez à qui gère l’hôte.

doctor-swap-on = Cette machine utilise un espace d’échange.
doctor-swap-on-why = Des clés que le serveur tient en mémoire peuvent atteindre le disque.
doctor-swap-on-do = Chiffrez-le ou passez-vous-en : « swapoff --all », et ôtez-le de /etc/fstab.

doctor-memory-small = Cette machine a { $size } de mémoire.
doctor-memory-small-why = Le manuel compte avec deux gigaoctets.
doctor-memory-small-do = Donnez-lui-en davantage, avant qu’il y ait des millions d’écritures.

doctor-serving = Le processus { $process } (compte { $account }) sert { $folder } à { $addresses }
doctor-serving-why = Les commandes travaillent alors par son entremise, avec --server.
doctor-serving-do = Rien.

doctor-serving-none = Personne ne sert { $folder }.
doctor-serving-none-why = Personne ne peut rien consulter. Les commandes travaillent sur le dossier même.
doctor-serving-none-do = systemctl start puebla

doctor-serving-root = Le processus { $process }, qui tient { $folder }, tourne comme { $account }.
doctor-serving-root-why = Une faille du serveur en serait une de toute la machine.
doctor-serving-root-do = Arrêtez-le, donnez le dossier à un compte à lui (« chown -R puebla: { $folder } ») et servez avec ce compte.

doctor-serving-other = Le processus { $process } exécute un autre fichier que cette commande, depuis l’ouverture de { $folder }.
doctor-serving-other-why = Le programme a été remplacé et non redémarré, ou il y en a deux. Ce qui a été corrigé n’est pas en vigueur.
doctor-serving-other-do = systemctl restart puebla

doctor-serving-silent = Le processus { $process } tient { $folder } et ne peut être atteint (adresses : { $addresses })
doctor-serving-silent-why = Personne ne peut travailler, et aucun autre serveur ne peut démarrer.
doctor-serving-silent-do = « journalctl -u puebla » dit ce qu’il fait. Si c’est une commande, attendez sa fin ; si c’est un serveur, redémarrez-le.

doctor-serving-files = Le processus { $process } peut avoir { $files } fichiers et connexions ouverts.
doctor-serving-files-why = Avec beaucoup de lecteurs à la fois, des connexions sont refusées.
doctor-serving-files-do = LimitNOFILE=65536 dans l’unité, puis « systemctl daemon-reload » et « systemctl restart puebla ».

doctor-serving-core = Le processus { $process } peut laisser une image mémoire.
doctor-serving-core-why = Une image mémoire contient les clés.
doctor-serving-core-do = LimitCORE=0 dans l’unité, puis « systemctl daemon-reload » et « systemctl restart puebla ».

doctor-unit-absent = systemd ne connaît pas puebla.service.
doctor-unit-absent-why = Après un redémarrage de la machine, personne ne sert.
doctor-unit-absent-do = Installez le paquet, qui apporte l’unité : docs/operate/install.md

doctor-unit-disabled = puebla.service ne démarre pas avec la machine.
doctor-unit-disabled-why = Après un redémarrage de la machine, personne ne sert.
doctor-unit-disabled-do = systemctl enable puebla

doctor-certificate-unreadable = { $file } ne peut pas servir : { $reason }
doctor-certificate-unreadable-why = Le serveur ne démarre pas sans certificat ni clé.
doctor-certificate-unreadable-do = Mettez en place les fichiers PEM donnés par l’autorité, lisibles par le compte qui sert.

doctor-certificate-early = Le certificat { $file } vaut à partir de { $at }.
doctor-certificate-early-why = D’ici là les navigateurs refusent le serveur.
doctor-certificate-early-do = Voyez si l’horloge est à l’heure ; si oui, prenez le certificat précédent.

doctor-certificate-ended = Le certificat { $file } a pris fin le { $at }.
doctor-certificate-ended-why = Les navigateurs refusent le serveur.
doctor-certificate-ended-do = Renouvelez-le, puis « systemctl kill --signal=HUP puebla » : il est relu, et personne n’est coupé.

doctor-certificate-ending = Le certificat { $file } prend fin dans { $days } jours, le { $at }.
doctor-certificate-ending-why = Ensuite les navigateurs refusent le serveur.
doctor-certificate-ending-do = Renouvelez-le, puis « systemctl kill --signal=HUP puebla » : il est relu, et personne n’est coupé.

doctor-certificate-name = Le certificat { $file } n’est pas pour { $host }.
doctor-certificate-name-why = Les navigateurs qui demandent ce nom refusent le serveur.
doctor-certificate-name-do = Faites-en établir un pour ce nom, ou prenez le nom pour lequel il est.

doctor-certificate-key-open = N’importe qui sur cette machine peut lire { $file }.
doctor-certificate-key-open-why = Qui la possède peut se faire passer pour le serveur. Ainsi le serveur ne démarre pas.
doctor-certificate-key-open-do = chmod 0400 { $file } — puis faites refaire le certificat avec une nouvelle clé.

doctor-certificate-key-other = { $file } est la clé d’un autre certificat.
doctor-certificate-key-other-why = Le serveur ne démarre pas avec elle.
doctor-certificate-key-other-do = Mettez en place un certificat et une clé faits ensemble.

doctor-server-unreachable = { $url } ne répond pas comme Puebla : { $reason }
doctor-server-unreachable-why = D’ici personne ne peut travailler.
doctor-server-unreachable-do = Voyez sur sa machine avec « puebla doctor --data » ; puis l’intermédiaire, le pare-feu et le nom.

doctor-server-not-ready = { $url } vit et ne peut répondre maintenant.
doctor-server-not-ready-why = Son journal des accès ne peut être écrit, ou ses personnes ne peuvent être lues : alors rien n’est montré.
doctor-server-not-ready-do = Voyez sur sa machine avec « puebla doctor --data », d’abord le disque.

doctor-server-clock = Les horloges de { $url } et de cette machine diffèrent de { $seconds } secondes.
doctor-server-clock-why = L’une des deux est fausse. Avec une demi-minute, les codes à usage unique commencent à échouer.
doctor-server-clock-do = Sur les deux : « timedatectl set-ntp true ».
