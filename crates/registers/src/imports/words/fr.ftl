room-imports = Importations

# La liste.
imports-list = Importations
imports-list-about = Des fichiers qui apportent beaucoup d’inscriptions à la fois. Un fichier entre en entier ou pas du tout.
imports-list-caption = Importations de votre État
imports-list-empty = Votre État n’a encore rien importé.
imports-started = Début
imports-what = Quoi
imports-standing = Résultat
imports-rows = Lignes
imports-standing-going = En cours
imports-standing-entered = Inscrite
imports-standing-tried = Essayée, sans erreur
imports-standing-refused = Refusée : erreurs dans le fichier
imports-standing-failed = Échouée, rien n’a été inscrit
imports-standing-abandoned = Inachevée, rien n’a été inscrit

# Envoyer un fichier.
imports-status = Importer l’état de documents
imports-status-about = Un fichier avec une ligne par document, série ou modèle que votre État signale. Les numéros sont conservés seulement sous forme d’empreintes à clé; le fichier lui-même n’est pas conservé.
imports-alerts = Importer des signalements de documents
imports-alerts-about = Un fichier avec une ligne par signalement. Chacun attend ensuite qu’un expert d’un autre État le confirme. Le fichier lui-même n’est pas conservé.
imports-file = Fichier
imports-file-hint = CSV avec une ligne d’en-tête, ou JSON Lines. En UTF-8.
imports-file-missing = Choisissez un fichier qui n’est pas vide.
imports-send = Importer
imports-try = Essayer seulement, ne rien inscrire
imports-columns = Colonnes du fichier
imports-column = Colonne
imports-column-meaning = Ce qui s’y trouve
imports-column-kind = Type de document : passport, identity_card, visa, residence_permit, travel_document, seafarer_document, civil_status, driving_licence
imports-column-number = Un seul numéro
imports-column-range = Au lieu d’un numéro : premier et dernier numéro d’une série de documents vierges
imports-column-pattern = Au lieu d’un numéro : un modèle, avec # pour tout chiffre et @ pour toute lettre
imports-column-status = lost, stolen, stolen_blank, revoked ou invalid
imports-column-expires-on = Dernier jour de validité sous la forme année-mois-jour; vide s’il n’est pas connu
imports-column-reference = Votre propre référence, 40 caractères au plus
imports-column-reason = Peut être omise : holder_report, police_report, theft_from_authority, administrative, court_order, obtained_by_fraud, holder_deceased, production_fault
imports-column-class = Classe de fraude; techniques, séparées par |
imports-column-document = Type de document; l’État qui délivre l’authentique, en trois lettres
imports-column-alert-pattern = Peut être vide : série ou numéros vus, avec # pour tout chiffre et @ pour toute lettre
imports-column-points = Où regarder, séparé par |; à côté de chaque point, son niveau 1, 2 ou 3 et sa place dans le document
imports-column-documents-seen = Combien ont été vus
imports-column-first-seen = Mois où il a été vu pour la première fois, sous la forme année-mois
imports-column-detected = Type de frontière et État où il a été détecté
imports-column-language = Langue du texte : en, es ou fr

# Comment elle va.
imports-one = Importation
imports-waiting = Cette importation attend son tour. Elle commence d’elle-même.
imports-reading = Lecture et validation
imports-comparing = Comparaison avec le registre
imports-entering = Inscription
imports-going-about = Cette page se renouvelle d’elle-même. Vous pouvez la quitter; l’importation continue. Tant que la dernière ligne n’est pas entrée, personne n’en voit aucune.
imports-entered = { $rows ->
    [one] { $rows } ligne a été inscrite.
   *[other] { $rows } lignes ont été inscrites.
 }
imports-tried = { $rows ->
    [one] { $rows } ligne a été lue et n’a aucune erreur. Rien n’a été inscrit.
   *[other] { $rows } lignes ont été lues et n’ont aucune erreur. Rien n’a été inscrit.
 }
imports-refused = Le fichier a des erreurs. Rien n’a été inscrit. Corrigez ce qui est indiqué et envoyez-le de nouveau.
imports-abandoned = Cette importation n’a pas abouti : elle s’est interrompue, ou répétait ce que le registre contient déjà. Rien n’en est resté. Envoyez le fichier de nouveau.
imports-nothing-entered = Rien n’a été inscrit.
imports-under-way = Une autre importation de votre État est en cours, ou une importation interrompue est encore en train d’être défaite. Attendez qu’elle soit terminée.
imports-faults = { $count ->
    [one] { $count } erreur
   *[other] { $count } erreurs
 }
imports-faults-more = Les { $listed } premières par ligne sont montrées.
imports-fault-line = Ligne
imports-fault-column = Colonne
imports-fault-what = Ce qui ne va pas
imports-fault-code = Code
imports-again = Envoyer un fichier de nouveau
imports-back = Toutes les importations de mon État

# Ce qui peut ne pas aller dans un fichier.
imports-fault-file-empty = Le fichier n’a aucune ligne.
imports-fault-no-text = Ce fichier n’est pas du texte, mais un classeur, une archive ou autre chose. Enregistrez le tableau en « CSV UTF-8 » et envoyez-le.
imports-fault-not-utf8 = La ligne n’est pas en UTF-8. Enregistrez le fichier comme « CSV UTF-8 » et envoyez-le de nouveau.
imports-fault-line-too-long = La ligne dépasse 64 ko. Aucune ligne de données n’est si longue.
imports-fault-column-unknown = Cette colonne n’existe pas.
imports-fault-column-twice = Cette colonne est là deux fois.
imports-fault-column-missing = Cette colonne manque.
imports-fault-cells-too-many = La ligne a plus de cellules que l’en-tête n’a de colonnes.
imports-fault-quote-open = Une cellule commence par un guillemet et n’en a pas à la fin sur sa ligne.
imports-fault-quote-stray = Quelque chose se trouve entre un guillemet fermant et la fin de sa cellule.
imports-fault-json-syntax = La ligne n’est pas du JSON.
imports-fault-json-not-object = La ligne n’est pas un objet JSON.
imports-fault-json-not-text = Écrivez la valeur comme texte, entre guillemets : un nombre perdrait ses zéros initiaux.
imports-fault-issuer-unknown = Aucun État n’a ce code.
imports-fault-issuer-other = Votre État signale seulement ses propres documents : { $state }.
imports-fault-row-twice = La ligne dit la même chose que la ligne { $line }.
imports-fault-range-twice = La série a des numéros en commun avec celle de la ligne { $line }.
imports-fault-rows-too-many = Une importation prend au plus { $limit } lignes de cette sorte. Envoyez le reste dans un autre fichier.
imports-fault-format = Ce format n’existe pas. Utilisez csv ou jsonl.
imports-fault-dry-run = Utilisez true ou false.
