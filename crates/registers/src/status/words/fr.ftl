room-status = État des documents

# Ce qu’un État peut dire d’un document.
status-kind-lost = Perdu
status-kind-lost-about = Son titulaire ne l’a plus et ne sait pas où il se trouve.
status-kind-stolen = Volé
status-kind-stolen-about = Pris à son titulaire.
status-kind-stolen-blank = Volé vierge
status-kind-stolen-blank-about = Pris avant d’avoir été établi au nom de quelqu’un.
status-kind-revoked = Révoqué
status-kind-revoked-about = Annulé par l’autorité qui l’a délivré.
status-kind-invalid = Invalide
status-kind-invalid-about = À ne pas accepter pour une autre raison, comme un défaut de fabrication.

status-reason-none = Non précisé
status-reason-holder-report = Déclaré par le titulaire
status-reason-police-report = Déclaré par la police
status-reason-theft-from-authority = Vol chez l’autorité ou pendant le transport
status-reason-administrative = Remplacé ou annulé dans le cours ordinaire
status-reason-court-order = Décision de justice
status-reason-obtained-by-fraud = Délivré sur la base de données fausses
status-reason-holder-deceased = Décès du titulaire
status-reason-production-fault = Défaut de fabrication

status-withdrawal-found-again = Le document est de retour chez son titulaire ou son autorité
status-withdrawal-entered-in-error = Il n’aurait jamais dû être inscrit

# De quoi une inscription est faite.
status-kind = Type de document
status-subject = Documents
status-subject-one = Un numéro
status-subject-number = Un numéro, conservé seulement sous forme d’empreinte à clé
status-subject-range = { $first } à { $last }
status-number = Numéro du document
status-number-hint = Tel qu’imprimé. Les espaces et les traits d’union ne comptent pas.
status-first = Premier numéro
status-first-hint = Le premier document vierge qui manque.
status-last = Dernier numéro
status-last-hint = Le dernier document vierge qui manque. Il a les mêmes lettres et autant de chiffres que le premier.
status-pattern = Modèle de numéro
status-pattern-hint = # tient lieu de tout chiffre, @ de toute lettre, tout autre caractère de lui-même. Par exemple : K9#######.
status-status = État
status-reference = Référence
status-reference-hint = Votre propre cote de dossier, 40 caractères au plus. Les autres États la citent quand ils vous appellent. N’écrivez ni nom ni numéro du document.
status-reason = Motif
status-expires-on = Valable jusqu’au
status-expires-on-hint = Le dernier jour de validité du document. Laissez vide s’il n’est pas connu : l’inscription prend alors fin après dix ans.
status-reported-on = Signalé

# La liste.
status-list = État des documents de mon pays
status-list-about = Ce que votre État dit des documents qu’il a délivrés. Seul votre État voit cette liste; les agents de tous les États voient une inscription lorsqu’ils vérifient le document.
status-list-caption = { $count ->
    [one] { $count } inscription
   *[other] { $count } inscriptions
 }
status-list-caption-more = Plus de { $count } inscriptions
status-list-empty = Votre État n’a aucune inscription de ce genre.
status-any-status = Tout état
status-any-kind = Tout type
status-filter = Afficher
status-done-withdrawn = L’inscription a été retirée. Elle n’est plus communiquée à personne.
status-export-about = Obtenez une copie de toutes les inscriptions de votre État, sans les numéros :
status-export-csv = CSV
status-export-jsonl = JSON Lines

# Signaler.
status-report-number = Signaler un document
status-report-number-about = Signalez seulement des documents que votre État a délivrés. Les agents de tous les États le voient à leur prochaine vérification.
status-report-range = Signaler une série de documents vierges
status-report-range-about = Des documents vierges, par leur premier et leur dernier numéro. Les deux en font partie.
status-report-pattern = Signaler un modèle de numéro
status-report-pattern-about = Tous les numéros d’une même forme, par exemple une série qui n’a jamais été délivrée.
status-go-on = Continuer
status-confirm = Vérifiez avant de signaler
status-confirm-consequence = Dès maintenant, toute vérification de ce document, dans tous les États, le montrera. Vous pouvez corriger ou retirer l’inscription en tout temps.
status-number-forgotten = Le numéro n’est pas conservé. Il n’en reste ensuite que l’empreinte à clé : c’est votre référence qui ramène à votre dossier.
status-report-send = Signaler
status-report-edit = Modifier quelque chose

# Une inscription.
status-entry = Inscription
status-entry-title = Inscription { $reference }
status-done-reported = Signalé. Les agents de tous les États le voient dès maintenant.
status-done-corrected = Corrigé.
status-history = Historique
status-history-reported = Signalé
status-history-corrected = Dernière correction
status-history-expires = Prend fin avec ce jour
status-correct = Corriger
status-correct-about = Le type et le numéro ne peuvent être corrigés : retirez cette inscription et signalez de nouveau.
status-correct-send = Corriger
status-withdraw = Retirer
status-withdraw-consequence = L’inscription disparaît aussitôt et ne peut être rétablie. Les vérifications du document ne la montreront plus.
status-withdrawal-reason = Pourquoi?
status-withdraw-send = Retirer
status-back = Toutes les inscriptions de mon État

# Trouver.
status-find = Chercher un numéro
status-find-about = Cherche ce que votre propre État dit d’un document. Le numéro n’est pas conservé.
status-find-send = Chercher
status-find-caption = { $count ->
    [one] { $count } inscription sur ce numéro
   *[other] { $count } inscriptions sur ce numéro
 }
status-find-empty = Votre État n’a aucune inscription sur ce numéro.
status-import-under-way = Une importation de votre État est en cours. Renvoyez ce signalement quand elle sera terminée.

# Ce qui peut ne pas aller.
status-fault-kind-missing = Indiquez de quel type de document il s’agit.
status-fault-kind-unknown = Ce type de document n’est pas dans la liste.
status-fault-subject-missing = Indiquez quels documents : un numéro, un premier et un dernier numéro, ou un modèle.
status-fault-subject-several = Indiquez-le d’une seule manière : un numéro, un premier et un dernier numéro, ou un modèle.
status-fault-number-character = Utilisez seulement les lettres A à Z et des chiffres. Voyez le caractère { $column }.
status-fault-number-too-long = Un numéro a au plus { $limit } caractères.
status-fault-number-known = Votre État a déjà une inscription de ce numéro, sous la référence { $reference }. Corrigez celle-là.
status-fault-range-incomplete = Une série demande un premier et un dernier numéro.
status-fault-range-form = Le dernier numéro doit avoir les mêmes lettres et autant de chiffres que le premier, et tous deux doivent finir par des chiffres.
status-fault-range-order = Le dernier numéro vient avant le premier.
status-fault-range-single = C’est un numéro unique. Signalez-le comme numéro, pour qu’il soit conservé seulement sous forme d’empreinte à clé.
status-fault-range-overlaps = La série a des numéros en commun avec l’inscription { $reference } de votre État. Signalez seulement la partie nouvelle, ou corrigez cette inscription.
status-fault-pattern-character = Utilisez seulement des lettres, des chiffres, # et @. Voyez le caractère { $column }.
status-fault-pattern-too-long = Un modèle a au plus { $limit } caractères.
status-fault-pattern-too-wide = Ce modèle convient à trop de documents. Au moins deux caractères doivent tenir lieu d’eux-mêmes.
status-fault-pattern-single = C’est un numéro unique. Signalez-le comme numéro, pour qu’il soit conservé seulement sous forme d’empreinte à clé.
status-fault-pattern-known = Votre État a déjà une inscription de ce modèle, sous la référence { $reference }. Corrigez celle-là.
status-fault-status-missing = Indiquez ce qu’il est advenu du document.
status-fault-status-unknown = Cet état n’est pas dans la liste.
status-fault-expires-on-form = Écrivez le jour sous la forme année-mois-jour, par exemple 2031-03-01.
status-fault-expires-on-impossible = Ce jour n’existe pas.
status-fault-expires-on-over = Ce jour est passé : le document a cessé d’être valable de lui-même.
status-fault-expires-on-too-far = Ce jour est à plus de { $years } ans. Si la validité n’a pas de fin ou n’est pas connue, laissez vide : l’inscription prend alors fin après { $default } ans.
status-fault-reference-missing = Indiquez votre propre référence.
status-fault-reference-too-long = Une référence a au plus { $limit } caractères.
status-fault-reference-character = La référence a un caractère qui ne s’imprime pas. Voyez le caractère { $column }.
status-fault-reference-number = La référence contient le numéro du document, conservé seulement sous forme d’empreinte à clé. Donnez une référence de votre propre dossier.
status-fault-reason-unknown = Ce motif n’est pas dans la liste.
status-fault-withdrawal-unknown = Indiquez pourquoi elle est retirée.
status-fault-after-unknown = La liste ne peut pas continuer à partir de là. Utilisez la valeur de « next » de la page précédente.
status-fault-format-unknown = Ce format n’existe pas. Utilisez csv ou jsonl.
