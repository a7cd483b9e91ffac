# La salle des documents.
room-papers = Documents
papers-list = Documents
papers-list-about = Les documents de la conférence, le dernier classé en premier.
papers-list-empty = Aucun document n’a encore été classé.
papers-back = Tous les documents

papers-paper = Document
papers-symbol = Cote
papers-title = Titre
papers-title-other = (pas de titre dans votre langue)
papers-kind = Type
papers-kind-report = rapport
papers-kind-proposal = proposition
papers-kind-note = note
papers-kind-statement = déclaration
papers-kind-other = autre
papers-class = Qui peut le voir
papers-class-public = tout le monde
papers-class-participants = toutes les personnes qui prennent part à sa réunion
papers-class-observers = membres et observateurs
papers-class-members = membres seulement
papers-original = Rédigé en
papers-meeting = Pour la réunion
papers-meeting-none = aucune réunion
papers-why-public = Vous voyez ce document parce qu’il est public.
papers-why-observers = Vous voyez ce document parce que vous travaillez pour un membre, un observateur ou le secrétariat.
papers-why-participants = Vous voyez ce document parce qu’il a été remis à toutes les personnes qui prennent part à sa réunion.
papers-why-members = Vous voyez ce document parce que vous travaillez pour un membre ou le secrétariat. Les observateurs ne le voient pas.
papers-why-meeting = Vous voyez ce document parce que vous travaillez pour un membre ou le secrétariat. Sa réunion est réservée aux membres : les observateurs ne le voient pas.
papers-texts = Textes
papers-texts-empty = Aucun texte n’a encore été ajouté.
papers-text-missing = Il n’y a pas encore de texte en { $language }.
papers-language = Langue
papers-version = version { $version }
papers-authentic = Nature
papers-authentic-yes = texte authentique
papers-authentic-no = traduction
papers-form = Fichier
papers-size = { $format }, { $size } ko
papers-when = Ajouté
papers-hash = SHA-256
papers-done-filed = Le document est classé. Ajoutez maintenant ses textes.
papers-done-added = Le texte est ajouté. Les versions précédentes restent.

papers-file = Classer un document
papers-file-about = La cote ne change plus. Vous ajoutez les textes à la page suivante.
papers-file-send = Classer le document
papers-symbol-hint = Lettres capitales et chiffres en parties, comme RCM/VIII/DOC/1.
papers-title-en = Titre en anglais
papers-title-es = Titre en espagnol
papers-title-hint = Remplissez au moins un des deux titres.
papers-meeting-hint = La cote de la réunion, comme RCM/VIII.

papers-add = Ajouter un texte
papers-add-about = Un nouveau fichier ne remplace jamais un fichier précédent. Il devient la version suivante dans sa langue.
papers-add-send = Ajouter le texte
papers-text = Fichier
papers-text-hint = PDF, DOCX, TXT ou HTML, 8 Mo au plus.
papers-note = En quoi il diffère des autres langues
papers-note-hint = Par exemple : le paragraphe 3 a une phrase qui manque dans le texte espagnol.

papers-fault-symbol = Écrivez des lettres capitales et des chiffres en parties, comme RCM/VIII/DOC/1.
papers-fault-symbol-known = Un autre document a déjà cette cote.
papers-fault-kind = Choisissez le type de document.
papers-fault-title-missing = Écrivez un titre en anglais ou en espagnol.
papers-fault-text = Écrivez au plus 400 caractères imprimables.
papers-fault-original = Choisissez la langue dans laquelle il a été rédigé.
papers-fault-class = Choisissez qui peut le voir.
papers-fault-meeting = Aucune réunion n’a cette cote.
papers-fault-meeting-missing = Indiquez la réunion dont les participants peuvent le voir.
papers-fault-language = Choisissez la langue du texte.
papers-fault-authentic = Dites si le texte est authentique ou traduit.
papers-fault-file-missing = Choisissez un fichier.
papers-fault-file = Ce fichier ne peut pas servir. Choisissez un fichier PDF, DOCX, TXT ou HTML dont le contenu est ce que dit son nom.
papers-fault-versions = Ce document a 100 versions dans cette langue. On ne peut plus en ajouter.
papers-fault-before = La liste ne peut pas continuer à partir de là.
papers-chip = { $symbol } en { $language }

papers-changes = Ce qui a changé
papers-changes-in = Ce qui a changé en { $language }, version { $version }
papers-changes-of = { $language } : de la { $before } à la { $after }. Ce qui a été retiré est barré, ce qui a été ajouté est souligné.
papers-changes-none = Tous les paragraphes sont les mêmes.
papers-changes-count = { $count ->
    [one] Un paragraphe a changé.
   *[other] { $count } paragraphes ont changé.
}
papers-changes-kept = { $count ->
    [one] Un paragraphe est le même.
   *[other] { $count } paragraphes sont les mêmes.
}
papers-changes-more = { $count ->
    [one] Un autre paragraphe a changé. Prenez les deux fichiers pour tout voir.
   *[other] { $count } autres paragraphes ont changé. Prenez les deux fichiers pour tout voir.
}
papers-changes-unread = Les mots de l’un de ces deux fichiers ne peuvent pas être lus ici ; ils ne sont donc pas comparés. Prenez les deux fichiers.
papers-changes-others = Comparer avec :
papers-changes-back = Retour au document
papers-fault-version = Aucune version n’a ce numéro.

papers-why = Pourquoi vous pouvez voir ceci
papers-policy = La règle qui vous le permet :
papers-policy-delegates = les délégations et la coordination du secrétariat voient les documents de la conférence.
papers-readers = Les mêmes règles permettent de le voir :
papers-readers-member = aux délégations des membres
papers-readers-observer = aux délégations des observateurs
papers-readers-network = aux réseaux de la société civile
papers-readers-guest = aux personnes invitées à sa réunion
papers-readers-secretariat = à la coordination du secrétariat
papers-readers-anyone = à tout le monde, sans se connecter
papers-decided = Qui a décidé qui peut le voir, la dernière décision d’abord :
papers-decided-none = Personne n’a dit qui l’a décidé.
papers-decided-by-whom = Décidé par : { $who }.
papers-rule = Selon quelle règle
papers-rule-none = Personne n’a dit selon quelle règle.
papers-rule-adopted = La conférence l’a adopté ou publié ; tout le monde peut donc le voir.
papers-rule-circulated = Il a été remis à ceux qui participent à sa réunion, ou aux membres et aux observateurs.
papers-rule-draft = Il est encore en négociation ; il reste donc entre membres, ou entre membres et observateurs.
papers-rule-people = Quelqu’un pourrait y être reconnu ; il reste donc entre membres.
papers-rule-request = Celui qui l’a écrit l’a demandé.
papers-rule-decision = Un organe de la conférence l’a décidé ainsi dans ce cas.
papers-classify = Décider qui peut le voir
papers-classify-about = Qui pouvait le voir jusqu’ici et ne le peut plus ne le trouvera pas. Les copies déjà prises restent où elles sont. La décision reste sur la page de ce document.
papers-classify-send = Enregistrer la décision
papers-decided-by = De qui est la décision
papers-decided-by-hint = Un organe, une réunion ou un État, comme « RCM/VIII » ou « la Présidence ». Sans noms de personnes.
papers-done-classed = La décision est enregistrée et vaut dès maintenant.
papers-fault-rule = Choisissez la règle.
papers-fault-rule-class = Cette règle ne mène pas à ceux que vous avez choisis. Choisissez une autre règle ou d’autres lecteurs.
papers-fault-decided-by = Dites de qui est la décision.
papers-fault-decisions = Il y a 50 décisions sur ce document. On ne peut pas en ajouter.

papers-news = Nouveautés
papers-news-about = Ce qui a été déposé, ajouté et décidé en dernier, parmi les documents que vous pouvez voir.
papers-news-none = Rien n’a encore été déposé que vous puissiez voir.
papers-new-what = Quoi
papers-new-filed = Le document a été déposé.
papers-new-classed = Il a été décidé à nouveau qui peut le voir.
papers-new-text = Un texte a été ajouté : { $language }, version { $version }.

papers-languages = Langues côte à côte
papers-languages-about = Le dernier texte dans chaque langue, paragraphe par paragraphe. Est signalé ce qui se voit sans comprendre les mots : un paragraphe qui manque dans une langue ; des nombres, dates, cotes et numéros qui diffèrent. Ce que disent les mots, des personnes le comparent.
papers-languages-unread = { $language } : les mots de ce fichier ne peuvent pas être lus ici, il n’est donc pas à côté des autres.
papers-languages-cut = De chaque texte, les { $most } premiers paragraphes sont comparés.
papers-languages-few = Moins de deux langues peuvent être lues ici. Apportez un DOCX, TXT ou HTML de chaque texte.
papers-languages-count = { $open ->
    [0] Rien n’est signalé
    [one] Une chose est signalée
   *[other] { $open } choses sont signalées
} ; { $dismissed ->
    [0] aucune n’est écartée.
    [one] une est écartée.
   *[other] { $dismissed } sont écartées.
}
papers-languages-which = Quels paragraphes
papers-languages-all = Tous les paragraphes
papers-languages-flagged = Seulement ceux qui sont signalés
papers-languages-none = Aucun paragraphe n’est signalé.
papers-languages-lacking = Pas de paragraphe ici
papers-languages-dismiss = Écarter
papers-languages-again = Signaler de nouveau
papers-languages-dismissed = Écarté par { $party }, { $at } : { $reason }
papers-flag-missing = Manque
papers-flag-numbering = Numérotation
papers-flag-number = Nombre
papers-flag-day = Date
papers-flag-symbol = Cote
papers-dismiss = Dire que ce n’est pas une erreur
papers-dismiss-about = Votre raison est enregistrée au nom de votre État, et quiconque ouvre le document la lit. Si l’un de ces paragraphes change, le signalement revient.
papers-dismiss-send = Écarter le signalement
papers-raise-send = Signaler de nouveau
papers-reason = Pourquoi ce n’est pas une erreur
papers-reason-hint = 400 caractères au plus, sur une ligne. Aucun nom de personne.
papers-fault-reason = Dites pourquoi ce n’est pas une erreur, en 400 caractères au plus et sur une ligne.
papers-fault-reason-raised = Ne donnez pas de raison quand le signalement revient.
papers-fault-dismissed = Mille signalements de ce document sont écartés. Il ne peut y en avoir davantage.
