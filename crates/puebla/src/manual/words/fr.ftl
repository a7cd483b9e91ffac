# Le manuel qu’affiche --help.
manual-usage = Emploi :
manual-commands = Commandes
manual-command = COMMANDE
manual-options = Choix
manual-option-words = CHOIX
manual-arguments = Arguments

manual-puebla = Le Secrétariat virtuel d’une conférence d’États sur la migration : ce que les États signalent sur les documents, la vérification à la frontière, et qui a consulté quoi.
manual-puebla-more =
    Un seul dossier contient tout : bases de données, fichiers, clés. Un seul processus à la fois y travaille : « puebla serve », ou une commande avec --data. Par l’entremise d’un serveur, certaines commandes travaillent avec --server et un jeton. Des deux façons, le journal des accès dit qui l’a fait et à quelle fin.

    Pour voir, avec des données inventées :
      puebla demo

    Pour commencer :
      puebla init --data /srv/puebla --administrator ana.ruiz --party XSV
      puebla user add ivan.operator --data /srv/puebla --as ana.ruiz --name "Iván Lemus" --institution Secrétariat --role operator
      puebla backup --data /srv/puebla --as ivan.operator --keys /media/coffre/puebla.keys
      puebla serve --data /srv/puebla --listen 0.0.0.0:443 --certificate chain.pem --key key.pem

    États de sortie :
      0  fait
      1  la réponse est non : des dommages ont été trouvés, une zone ne concorde pas
      2  mauvais usage
      3  ce qui a été donné ne peut pas servir, ou pas à cette personne
      4  on ne peut pas travailler sur le dossier ou le serveur : absent, en service, étranger, d’une version ultérieure
      5  le disque est plein, l’entrepôt est occupé, ou la faute est nôtre

    Environnement :
      PUEBLA_DATA, PUEBLA_AS, PUEBLA_SERVER, PUEBLA_TOKEN_FILE tiennent lieu des choix de ces noms.
      PUEBLA_LOG dit combien une commande note de son propre travail, comme « info » ou « warn,base=debug ».
      LC_ALL, LC_MESSAGES et LANG choisissent la langue quand --language ne le fait pas.

    Chaque commande a sa propre page : puebla serve --help. Toutes : docs/operate/commands.md.
manual--language = Langue des messages et de ce manuel : en, es ou fr. Sinon, celle de l’environnement.
manual--help = Affiche cette page.
manual--version = Affiche la version.
manual--data = Le dossier de données; aucun autre processus ne doit y travailler.
manual--as = Nom d’utilisateur de la personne au nom de qui cela se fait; il va au journal des accès.
manual--purpose = Finalité pour laquelle cela se fait, si la personne en a plusieurs; sur un serveur, si la commande en a plusieurs.
manual--server = Adresse d’un serveur par lequel travailler, comme https://secretariat.example.
manual--token-file = Fichier du jeton pour ce serveur, lisible de son seul propriétaire.
manual--authority = Fichier PEM des autorités qui répondent de ce serveur; sinon, celles auxquelles cette machine se fie.
manual--json = Affiche du JSON, un objet par ligne, pour les machines.
manual--out = Écrit dans ce fichier, qui n’apparaît qu’une fois complet, au lieu de la sortie standard.

manual-serve = Sert un dossier de données jusqu’à SIGTERM ou une interruption.
manual-serve-more =
    Affiche l’adresse une fois à l’écoute. Les requêtes en cours au moment du signal ont dix secondes pour finir. Sur SIGHUP il relit le certificat et sa clé. Un dossier plus ancien est d’abord porté à la forme de cette version, avec une copie à côté.
    Sans certificat, n’écoute que sur cette machine, à moins qu’un mandataire devant ne fasse TLS.

    Exemples :
      puebla serve --data /srv/puebla
      puebla serve --data /srv/puebla --listen [::]:443 --certificate chain.pem --key key.pem
      puebla serve --data /srv/puebla --listen 127.0.0.1:8080 --behind-tls-proxy --origin https://secretariat.example
manual-serve--listen = Adresse et port; le port 0 en prend un libre. Sinon, 127.0.0.1:8080.
manual-serve--certificate = Fichier PEM du certificat et de ce qui le lie à une autorité.
manual-serve--key = Fichier PEM de la clé du certificat, que tout le monde ne puisse pas lire.
manual-serve--behind-tls-proxy = Dit qu’un mandataire devant fait TLS et met X-Forwarded-For : les témoins ne sont alors envoyés que par TLS, et la dernière adresse de cet en-tête est tenue pour celle du client.
manual-serve--origin = Adresse par laquelle les navigateurs atteignent le serveur, comme https://secretariat.example. Les clés d’accès sont liées à son nom. Sinon, http://localhost avec le port, quand le serveur écoute en clair sur cette machine ; dans les autres cas, il n’y a pas de clés d’accès.
manual-serve--unwatched = Pour mesurer seulement : qui contrôle numéro après numéro n’est pas bloqué. Qui supervise apprend que le serveur a été démarré ainsi.
manual-serve--log = Forme du journal propre au serveur sur la sortie d’erreur : text ou json.
manual-serve--reserve-mib = Place gardée sur le disque pour le jour où il sera plein, en Mio ; 0 pour aucune. Sinon 64.
manual-serve--trust-clock = Dit que l’horloge est juste, quoi que le dossier sache de l’heure d’avant.
manual-serve--metrics = Adresse et port où des mesures sont montrées dans la forme de Prometheus ; sinon nulle part. De préférence de cette machine : 127.0.0.1:9464.
manual-serve--metrics-for = Autre machine qui peut les lire ; peut être donnée plusieurs fois.

manual-init = Crée un nouveau dossier de données et son premier compte d’administration.
manual-init-more =
    Le mot de passe n’est affiché qu’une fois. À la première ouverture de session, il faut le changer et configurer les codes à usage unique.

    Exemple :
      puebla init --data /srv/puebla --administrator ana.ruiz --name "Ana Ruiz" --party XSV
manual-init--profile = Le processus servi : rcm, ou un fichier qui en décrit un autre.
manual-init--administrator = Nom d’utilisateur du premier compte d’administration.
manual-init--name = Le nom de la personne; sinon, le nom d’utilisateur.
manual-init--party = Trois lettres de l’État ou de l’organisation à administrer, comme au profil.
manual-init--institution = Nom de son institution; sinon, les trois lettres.

manual-mrz = Lit des zones de lecture automatique : chiffres de contrôle, structure, recoupements. N’interroge aucun registre.
manual-mrz-more =
    Les zones sont séparées par une ligne vide. Le JSON est décrit dans docs/formats/zone.md.
    Une arithmétique juste ne prouve pas l’authenticité.

    Exemples :
      puebla mrz zones.txt
      puebla mrz --json --on 2026-06-01 < zones.txt

    État de sortie 1 : une zone était illisible, ou un chiffre de contrôle ne concorde pas.
manual-mrz--file = Fichier de zones; sinon, l’entrée standard.
manual-mrz--on = Jour par rapport auquel se lisent les années à deux chiffres; sinon, aujourd’hui.

manual-rebuild = Refait toutes les tables à partir du journal.
manual-rebuild-more =
    Dit, pour chaque maison, combien d’écritures ont été appliquées et quelles tables diffèrent de ce qu’elles étaient.

    Exemple :
      puebla rebuild --data /srv/puebla --as ivan.exploitant

    État de sortie 1 : avec --check, une table changerait.
manual-rebuild--check = Ne change rien; dit ce qui changerait.

manual-verify = Recalcule le journal des accès, chaque journal et chaque fichier.
manual-verify-more =
    Un point de contrôle est un court texte signé qui dit où tout en était. Gardé ailleurs, il révèle toute coupure ultérieure.

    Exemples :
      puebla verify --data /srv/puebla --as ivan.exploitant --write-checkpoint 2026-11.txt
      puebla verify --server https://secretariat.example --token-file jeton --purpose oversight --checkpoint 2026-11.txt

    État de sortie 1 : des dommages ont été trouvés; lesquels et où est affiché.
manual-verify--checkpoint = Un point de contrôle gardé auparavant, auquel comparer; peut être donné plusieurs fois.
manual-verify--write-checkpoint = Écrit dans ce fichier un point de contrôle signé, si rien n’est endommagé.

manual-backup = Copie tout sauf les clés en un seul tar, et les clés à part.
manual-backup-more =
    Le tar dit lui-même, signé, ce qu’il contient. Copiez les clés une fois, puis après chaque changement, et gardez-les là où les sauvegardes ne sont pas.

    Exemples :
      puebla backup --data /srv/puebla --as ivan.exploitant --out /sauvegarde/2026-11-23.tar
      puebla backup --server https://secretariat.example --token-file jeton --out 2026-11-23.tar
      puebla backup --data /srv/puebla --as ivan.exploitant --keys /media/coffre/puebla.keys
manual-backup--keys = Écrit une copie des clés dans ce nouveau fichier de mode 0400; si rien d’autre n’est demandé, cela seul.

manual-restore = Fait un dossier de données à partir d’une sauvegarde et de ses clés.
manual-restore-more =
    Tout est recalculé avant que le dossier puisse être servi. Un échec ne laisse rien derrière lui.

    Exemple :
      puebla restore --from 2026-11-23.tar --keys puebla.keys --to /srv/puebla-bis --as ivan.exploitant
manual-restore--from = Le tar; « - » pour l’entrée standard.
manual-restore--keys = La copie des clés.
manual-restore--to = Où le dossier est fait : rien, ou un dossier vide.

manual-drill = Restaure une sauvegarde à part, la parcourt en entier et l’efface ensuite.
manual-drill-more =
    Restaure et recalcule tout, refait les tables, ouvre chaque secret de codes à usage unique et cherche un numéro que vous connaissez. Avec --data ou --server, le dossier retient quand le dernier exercice a eu lieu et comment il a fini.

    Exemples :
      puebla drill --from 2026-11-23.tar --keys puebla.keys --as ivan.exploitant
      puebla drill --from 2026-11-23.tar --keys puebla.keys --as ivan.exploitant --number ZZ0000017 --issuing-state UTO --officer gtm.agent
      puebla drill --from 2026-11-23.tar --keys puebla.keys --as ivan.exploitant --server https://secretariat.example --token-file token

    État de sortie 1 : quelque chose dans le dossier restauré n’est pas ce qui avait été écrit.
manual-drill--from = Le tar.
manual-drill--keys = La copie des clés.
manual-drill--checkpoint = Un point de contrôle gardé ailleurs, auquel comparer ; peut être donné plusieurs fois.
manual-drill--into = Où le dossier est fait, et effacé : rien, ou un dossier vide. Sinon à côté de la sauvegarde.
manual-drill--data = Le dossier qui retient l’exercice ; personne ne doit le servir.
manual-drill--as = Nom d’utilisateur d’un exploitant que la sauvegarde connaît, et le dossier.
manual-drill--number = Un numéro qui doit être trouvé.
manual-drill--issuing-state = L’État qui a délivré ce document.
manual-drill--officer = Nom d’utilisateur d’un agent, au nom duquel il est cherché dans le dossier restauré.

manual-keys = Montre, change et détruit les clés du dossier.
manual-keys-show = Montre quelles clés sont en vigueur depuis quand, et ce qui repose sur celles d’avant.
manual-keys-show-more =
    Aucune clé n’est montrée : seulement des valeurs qui les distinguent. Celle de checkpoint.key est sa clé publique, pour qui conserve des points de contrôle.

    Exemple :
      puebla keys show --data /srv/puebla --as ivan.exploitant
manual-keys-rotate = Met une nouvelle clé à la place d’une autre.
manual-keys-rotate-more =
    Faites avant une sauvegarde, et après une sauvegarde et une copie des clés. Une coupure à tout moment laisse un dossier qui s’ouvre. Ce que signifie chaque changement : docs/operate/rotate-keys.md.

    Exemple :
      puebla keys rotate secrets --data /srv/puebla --as ivan.exploitant
manual-keys-rotate--key = Laquelle : numbers, secrets ou checkpoint.
manual-keys-destroy = Détruit une clé d’avant des numéros, quand plus aucun numéro ne repose sur elle.
manual-keys-destroy-more =
    Exemple :
      puebla keys destroy --epoch 1 --data /srv/puebla --as ivan.exploitant

    État de sortie 1 : des numéros reposent encore sur elle ; dit combien et de quel État.
manual-keys-destroy--epoch = Son numéro, tel que « puebla keys show » le donne.

manual-policy = Montre et vérifie les règles qui décident qui peut faire quoi.
manual-policy-more =
    Exemple :
      puebla policy check proposition.cedar
manual-policy-show = Affiche les politiques en vigueur, dans la langue de Cedar.
manual-policy-show--schema = Affiche plutôt ce dont les politiques peuvent parler : les actions, et ce que l’on sait d’une personne et d’un enregistrement.
manual-policy-check = Vérifie que les politiques en vigueur s’accordent, avec d’autres fichiers que l’on peut donner.
manual-policy-check--file = Un fichier de politiques que quelqu’un songe à ajouter.
manual-policy-actions = Énumère chaque action avec sa classe de données, si elle change quelque chose, et ses finalités.

manual-demo = Crée un dossier de données inventées, là où il n’y en a pas encore, et le sert.
manual-demo-more =
    Affiche l’adresse, qui peut ouvrir une session avec quel code, et des zones à essayer. N’a besoin ni de réseau ni d’autre service.

    Exemples :
      puebla demo
      puebla demo --data /tmp/demo --no-serve --entries 1000
manual-demo--data = Le dossier; sinon, puebla-demo, ici.
manual-demo--no-serve = Crée seulement le dossier.
manual-demo--listen = Adresse et port. Sinon, 127.0.0.1:8080.
manual-demo--entries = Combien d’écritures inventées sur l’état de documents; sinon, 200000.
manual-demo--adopted = Comme si une décision avait adopté le registre des alertes sur des personnes: trois États y participent.

manual-user = Les personnes de son propre État ou de sa propre organisation, depuis la machine même.
manual-user-more =
    La personne nommée par --as doit être de l’administration, et ne gère que les personnes de son propre État ou de sa propre organisation. « found » est pour l’exploitation.

    Exemples :
      puebla user add ivan.exploitant --name "Iván Lemus" --institution Secretaría --role operator --data /srv/puebla --as ana.ruiz
      puebla user found mex.admin --name "Odalys Pineda" --institution INM --party MEX --data /srv/puebla --as ivan.exploitant
      puebla user suspend iris.zelaya --data /srv/puebla --as ana.ruiz
manual-user-add = Inscrit quelqu’un et affiche son premier mot de passe, une seule fois.
manual-user-found = Donne à un État ou à une organisation sans administration active son premier compte d’administration.
manual-user-list = Énumère les personnes, avec leurs rôles.
manual-user-suspend = Suspend quelqu’un : ses sessions et ses jetons prennent fin.
manual-user-activate = Permet à une personne suspendue d’ouvrir de nouveau une session.
manual-user-reset = Donne à quelqu’un un nouveau premier mot de passe et lui retire ses codes à usage unique.
manual-user-code = Affiche le code à usage unique de quelqu’un à l’instant; dans une démonstration seulement.
manual--user = Ce que la personne tape pour ouvrir une session.
manual--name = Le nom de la personne.
manual--institution = L’institution de la personne.
manual--role = Un rôle du profil, comme border_officer; peut être donné plusieurs fois.
manual--post = Le poste où la personne travaille; avec --zone.
manual--zone = Le fuseau horaire du poste, comme America/Guatemala.
manual--speaks = La langue de la personne : en, es ou fr.
manual--party = Trois lettres de l’État ou de l’organisation, comme au profil.

manual-check = Interroge les registres sur des documents, comme le fait un agent.
manual-check-more =
    Les zones sont séparées par une ligne vide. Le JSON est décrit dans docs/formats/check.md. Le journal des accès connaît chaque question par une empreinte à clé, jamais par un numéro ni un nom.

    Exemples :
      puebla check zones.txt --data /srv/puebla --as iris.zelaya
      puebla check --number K9021175 --issuing-state HND --json --server https://secretariat.example --token-file jeton --purpose border_control

    État de sortie 0 quelle que soit la réponse; 3 quand une question ne peut pas être lue.
manual-check--file = Fichier de zones; sinon, l’entrée standard.
manual-check--number = Un numéro de document, au lieu de zones.
manual-check--issuing-state = L’État qui l’a délivré, une à trois lettres.
manual-check--kind = La sorte de document, comme passport; sinon, toutes sont demandées.
manual-check--on = Jour par rapport auquel se lisent les années à deux chiffres et l’expiration; sinon, le jour présent au poste de la personne.

manual-import = Inscrit en bloc des écritures d’état ou des alertes : toutes les lignes d’un fichier, ou aucune.
manual-import-more =
    Les colonnes, et chaque code qu’une erreur peut avoir, sont dans docs/formats/import.md. Les erreurs sont nommées par ligne et colonne; à la moindre d’entre elles, rien n’est inscrit.

    Exemples :
      puebla import perdus.csv --what status --dry-run --data /srv/puebla --as hnd.authority
      puebla import perdus.csv --what status --server https://secretariat.example --token-file jeton
manual-import--file = Le fichier; sinon, l’entrée standard.
manual-import--what = Ce que sont ses lignes : status ou alerts; sinon, status.
manual-import--format = csv ou jsonl; sinon, cela se voit au premier caractère.
manual-import--dry-run = Lit et valide tout, et n’inscrit rien.

manual-import-declaration = Lit la déclaration d’une réunion en projets de décisions : numéro, verbes, destinataires, échéances, condition.
manual-import-declaration-more =
    Lit du texte brut, du HTML ou du DOCX, en anglais ou en espagnol. N’a besoin d’aucun dossier. Ce qui a pu être mal lu est dit sur la sortie d’erreur.

    Exemple :
      puebla import declaration declaration.txt --meeting-end 2003-05-30 --dry-run --json
manual-import-declaration--file = Le fichier; sinon, l’entrée standard.
manual-import-declaration--meeting-end = Dernier jour de la réunion, à partir duquel les échéances sont comptées ; sans lui, leurs jours restent ouverts.
manual-import-declaration--dry-run = Lit, et n’inscrit rien.
manual-import-declaration--meeting = Cote de la réunion dont ils seront les projets : ils sont conservés, et l’adresse où une personne les confirme est imprimée.

manual-export = Écrit ce que son propre État dit de ses documents : état et référence, jamais un numéro isolé.
manual-export-more =
    Exemple :
      puebla export --format jsonl --out etat.jsonl --data /srv/puebla --as hnd.authority
manual-export--format = csv ou jsonl; sinon, csv.

manual-export-decisions = Écrit ce qu’une réunion a décidé, en Akoma Ntoso, CSV ou JSON.
manual-export-decisions-more =
    Akoma Ntoso est dans une seule langue : celle que choisit --language, l’anglais pour le français.

    Exemple :
      puebla export decisions --meeting RCM/VIII --format akn --out viii.akn --data /srv/puebla --as xsv.coordinator
manual-export-decisions--meeting = Cote de la réunion.
manual-export-decisions--format = akn, csv ou json.

manual-export-calendar = Écrit les réunions d’une délégation et ce qu’elle doit, comme fichier de calendrier (iCalendar).
manual-export-calendar-more =
    Chaque délégation prend le sien ; le coordonnateur du secrétariat, celui de chacune.

    Exemple :
      puebla export calendar --delegation MEX --out mex.ics --data /srv/puebla --as mex.delegate
manual-export-calendar--delegation = Code du membre ou de l’observateur.

manual-assess = Écrit l’analyse d’impact relative à la protection des données, faite de ce qui est conservé, imposé et configuré.
manual-assess-more =
    Personne n’écrit ce document, et ce à quoi seules des personnes peuvent répondre y figure comme questions.

    Exemples :
      puebla assess --language fr --out analyse.md --data /srv/puebla --as xsv.oversight
      puebla assess --format html --out analyse.html --data /srv/puebla --as ivan.operator
manual-assess--format = markdown ou html ; sinon markdown.

manual-doctor = Dit ce qui ne va pas et que faire, et ne change rien.
manual-doctor-more =
    Travaille sur un dossier servi ou non, endommagé ou absent. Il ne nomme personne.

    Exemples :
      puebla doctor --data /var/lib/puebla/data
      puebla doctor --data /var/lib/puebla/data --thorough --json
      puebla doctor --server https://secretariat.example

    Codes de sortie : 0 quand il n’y a rien à faire, 1 quand il y a quelque chose, 4 quand on ne peut travailler avec le dossier ou le serveur.
manual-doctor--data = Le dossier de données, servi ou non.
manual-doctor--server = Un serveur à interroger aussi, comme un navigateur ; aucun jeton n’est envoyé.
manual-doctor--thorough = Recalcule tout, comme verify ; dure aussi longtemps.
manual-doctor--certificate = Le certificat à regarder ; sinon celui du serveur qui sert le dossier.
manual-doctor--key = La clé du certificat.
manual-doctor--host = Le nom que demandent les navigateurs, pour lequel le certificat doit être.

manual-manual = Écrit le manuel en pages de man, et ce que complète l’interpréteur de commandes.
manual-manual-more =
    Exemple :
      puebla manual --to /usr/local/share
manual-manual--to = Dossier sous lequel man/ et bash-completion/ sont écrits.
