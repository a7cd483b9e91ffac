# Les documents qui sortent de la maison.
printed-certificate-title = Attestation de la décision { $symbol }
printed-letter-title = Résultat de la procédure de non-objection { $symbol }
printed-table-title = Commentaires regroupés sur { $symbol }
printed-foot = { $symbol } · établi d’après le registre, qui fait foi
printed-none = aucun
printed-not-recorded = non consigné

printed-symbol = Cote
printed-meeting = Réunion
printed-subject = Objet
printed-adopted-on = Adoptée le
printed-verbs = Verbes du dispositif
printed-addressees = Adressée à
printed-dues = Échéance
printed-due-on = { $rule } : { $day }
printed-condition = Condition
printed-later = Consigné depuis

printed-text-original = Texte en { $language }, langue de rédaction
printed-text-other = Texte en { $language }
printed-in-en = anglais
printed-in-es = espagnol
printed-in-fr = français
printed-sha256 = SHA-256 de ce texte
printed-sha256-together = SHA-256 des textes ensemble

printed-record = Où le registre le porte
printed-recorded-by = Consigné par
printed-recorded-at = Consigné le
printed-position = Place dans le journal
printed-place = série { $series }, écriture { $position }
printed-head = Tête de la chaîne
printed-made-at = Document établi le
printed-record-prevails = Ce document a été établi d’après le registre du Secrétariat virtuel. En cas de différence, le registre fait foi.

printed-opened-at = Ouverte le
printed-deadline = Échéance
printed-outcome = Résultat
printed-outcome-adopted = Aucun État n’a fait objection. Le texte a été adopté à l’échéance, le { $at }.
printed-outcome-broken = Le texte n’a pas été adopté. Le silence a été rompu le { $since }. Objections : { $by }.
printed-outcome-lapsed = { $spoken ->
    [one] L’échéance est passée le { $at } sans que soit réuni ce que demandent les règles. { $spoken } État avait pris position. Rien n’a été décidé.
   *[other] L’échéance est passée le { $at } sans que soit réuni ce que demandent les règles. { $spoken } États avaient pris position. Rien n’a été décidé.
 }
printed-outcome-undelivered = Le texte n’était pas parvenu à temps à ces États : { $states }.
printed-deadline-places = L’échéance dans chaque capitale
printed-deadline-places-about = Le même instant, tel que les horloges l’indiquent sur place
printed-place-name = Lieu
printed-local-time = Heure locale
printed-electorate = États consultés
printed-electorate-about = Les États consultés et leur position à la fin de la procédure
printed-state = État
printed-position-taken = Position
printed-delivered-at = Texte remis
printed-read-at = Première lecture
printed-stance-silent = Silence : aucune objection présentée.
printed-stance-no-objection = Pas d’objection, déclaré le { $at }.
printed-stance-objection = Objection, présentée le { $at } :
printed-stance-reservation = Réserve, présentée le { $at } :
printed-taken-back = Retirée après la fin de la procédure, le { $at }.
printed-replaced = { $count ->
    [one] { $count } position antérieure reste consignée.
   *[other] { $count } positions antérieures restent consignées.
 }

printed-comments = Commentaires
printed-comments-about = Commentaires dans l’ordre du texte, puis par partie
printed-paragraph = Paragraphe
printed-whole-text = Le texte entier
printed-no-comments = Aucun commentaire.
printed-party = Partie
printed-comment = Commentaire
printed-received-at = Reçu le
printed-late = { $at }, après l’échéance
printed-reply = Réponse
printed-reply-none = Aucune pour l’instant.
printed-verdict-taken = Retenu.
printed-verdict-partly-taken = Retenu en partie.
printed-verdict-not-taken = Non retenu.
printed-verdict-noted = Il en est pris note.
printed-answers = Réponses
printed-answers-about = Qui a été consulté et qui a répondu
printed-answered-of = { $answered } sur { $asked } ont répondu
printed-asked = Consultation
printed-asked-yes = consultée
printed-asked-no = peut commenter
printed-answer = Réponse de la partie
printed-answer-not-yet = pas encore ; délai jusqu’au { $at }
printed-answer-given = a répondu le { $at }
printed-answer-late = a répondu après son échéance, le { $at }
printed-answer-silent = pas de réponse dans le délai

printed-training-title = Attestation de formation
printed-attended = { $name } a suivi cette formation tous les jours et réussi son évaluation.
printed-number = Numéro
printed-course = Cours
printed-modules = Modules
printed-session = Session
printed-days = Jours
printed-at = Lieu
printed-issued-on = Délivrée le
printed-expires-on = Valable jusqu’au
printed-verify = Chacun peut vérifier si elle est encore valable à la page /certificates du Secrétariat virtuel, sous le numéro { $number }.
