# L’analyse d’impact relative à la protection des données.
room-assessment = Analyse de protection des données
assessment-title = Analyse d’impact relative à la protection des données
assessment-of = { $process }, version { $release }, état au { $at }
assessment-about = Personne n’écrit ce document. Le programme le fait à partir de la liste de tout ce qu’il conserve, des règles que ses essais vérifient et de ce qui est configuré et en vigueur en ce moment. Il suit les treize principes de protection des données de l’Organisation internationale pour les migrations. Ce qu’aucun programme ne peut savoir figure à la fin de chaque principe ; des personnes doivent y répondre.
assessment-classes = K0 est public, K1 est pour les membres de la conférence, K2 concerne une personne, K3 concerne une personne protégée.
assessment-held = Ce que le programme conserve
assessment-rules = Ce qui le fait respecter
assessment-configured = Ce qui est configuré ici
assessment-open = Ce à quoi des personnes doivent répondre
assessment-untested = rien ici ne le vérifie encore
assessment-no-columns = Aucune colonne n’est indiquée sous ce principe.
assessment-caption = Colonnes, qui peut être amené à les lire et combien de temps elles sont conservées
assessment-head-place = Table
assessment-head-columns = Colonnes
assessment-head-class = Classe
assessment-head-readers = Qui peut être amené à les lire
assessment-head-personal = Sur une personne
assessment-head-kept = Conservation
assessment-personal = oui
assessment-not-personal = non
assessment-kept-with-record = autant que son enregistrement
assessment-kept-days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
assessment-fault-language = Il existe en, es et fr.
assessment-fault-format = Il existe json, markdown et html.

# Les principes, les colonnes indiquées sous chacun, et ce à quoi des personnes doivent répondre.
assessment-collection = Collecte licite et loyale
assessment-collection-columns = Colonnes sur une personne qui ne sont indiquées sous aucun autre principe.
assessment-collection-law = Sur quelle loi ou décision chaque État participant fonde-t-il chaque catégorie, et qui a confirmé qu’elle permet cet usage ?
assessment-collection-told = Comment les personnes apprennent-elles, dans une langue qu’elles comprennent, ce qui est conservé d’elles et par qui ?
assessment-purpose = But déterminé et légitime
assessment-purpose-need = Pour chaque catégorie à laquelle un État participe : pourquoi des moyens plus doux ne suffiraient-ils pas ?
assessment-purpose-use = Qui veille à ce que les agents n’emploient à la frontière à aucune autre fin ce qu’ils apprennent ici ?
assessment-quality = Qualité des données
assessment-quality-source = De quelles sources ceux qui écrivent un signalement tirent-ils noms et naissances, et comment sont-ils vérifiés ?
assessment-quality-errors = À quelle fréquence prend-on quelqu’un pour un autre, et à partir de quelle part un État ne continuerait-il plus ?
assessment-consent = Consentement
assessment-consent-free = La personne à qui l’on demande une attestation pourrait-elle refuser sans dommage, et comment l’agent le lui dit-il ?
assessment-consent-child = Qui décide pour un enfant, et comment l’enfant est-il entendu ?
assessment-transfer = Transmission à des tiers
assessment-transfer-columns = Colonnes que peuvent être amenées à lire des personnes d’autres États, d’organisations ou connectées.
assessment-transfer-agreement = Quel accord entre les États couvre ce que l’un montre à l’autre, et chacun protège-t-il les données aussi bien que les autres ?
assessment-transfer-onward = À qui les autorités nationales transmettent-elles ce qu’elles lisent ici, et selon quelle règle ?
assessment-confidentiality = Confidentialité
assessment-confidentiality-columns = Colonnes sur des personnes protégées, et ce que seul lit le bureau d’un signalement.
assessment-confidentiality-paper = Qui voit les écrans, les pages imprimées et les copies à chaque poste ?
assessment-access = Accès et transparence
assessment-access-columns = Colonnes que la personne seule lit, et celles des dossiers de qui demande ce qui est conservé sur lui.
assessment-access-known = Où une personne apprend-elle qu’elle peut demander, sans frais et dans chaque État membre ?
assessment-access-help = Qui aide celui qui ne sait pas lire, n’a pas d’adresse ou craint de demander ?
assessment-security = Sécurité des données
assessment-security-columns = Colonnes que personne ne lit : secrets, empreintes et ce dont seul le programme a besoin.
assessment-security-keys = Qui garde les clés et les sauvegardes, où, et qui d’autre peut y entrer ?
assessment-security-breach = Qui est averti, et dans quel délai, quand des données ont été perdues ou lues par qui ne devait pas ?
assessment-retention = Conservation
assessment-retention-columns = Colonnes conservées un nombre de jours.
assessment-retention-days = Chacun de ces délais est-il le plus court que le but permet, et qui en a décidé ?
assessment-retention-copies = Combien de temps les sauvegardes sont-elles gardées, et qu’y détruit-on ?
assessment-application = Application des principes
assessment-application-columns = Colonnes que chacun peut lire.
assessment-application-paper = Les mêmes principes valent-ils pour le papier et pour les systèmes nationaux alimentés d’ici ?
assessment-ownership = Propriété des données
assessment-ownership-columns = Colonnes lues dans l’État ou l’organisation qui les a écrites, et qui ne concernent personne.
assessment-ownership-end = Que deviennent les données d’un État quand il quitte la conférence ou que le secrétariat déménage ?
assessment-oversight = Supervision, conformité et recours internes
assessment-oversight-columns = Le journal des accès, et ce que lisent ceux qui supervisent et ceux qui exploitent la machine.
assessment-oversight-body = Quelle autorité de chaque État supervise ses agents, et en est-elle indépendante ?
assessment-oversight-remedy = Devant quel tribunal ou organe une personne peut-elle contester ce que le comité a décidé ?
assessment-exceptions = Exceptions
assessment-exceptions-law = Quelles exceptions la loi nationale permet-elle, qui en décide et où est-ce consigné ?

# Ce qui est configuré.
assessment-register-off = Le registre des signalements de personnes est éteint : aucune décision ne l’a adopté.
assessment-register-on = Le registre des signalements de personnes a été adopté par { $symbol } du { $day }.
assessment-no-part = Aucun État ne participe à aucune catégorie.
assessment-part = { $category } : { $state }, depuis { $since }, sur le fondement de : { $basis }
assessment-two-people = Une deuxième personne du même État met chaque signalement en vigueur et l’y maintient ; cela ne peut être configuré.
assessment-members = { $count } membres : { $names }
assessment-observers = { $count } observateurs, qui lisent des chiffres et aucun enregistrement de personne : { $names }
assessment-secretariat = Le secrétariat, qui ne lit aucun registre de personnes : { $names }
assessment-role = { $role } : { $purposes }
assessment-passkey-roles = Fonctions qui ne font rien sans clé d’accès : { $roles }
assessment-policies = Les politiques en vigueur ont l’empreinte { $version } ; le dossier garde leur texte sous ce nom.
assessment-rate = Requêtes de la classe « { $class } », d’une personne en une minute : { $most } au plus
assessment-budget = { $name } : { $most } au plus
assessment-profile = Le processus est { $process } ; ce qu’il a convenu en chiffres :
assessment-agreed = { $name } = { $value }
assessment-owner = { $state } est propriétaire de ses signalements dans { $count ->
    [one] { $count } catégorie
   *[other] { $count } catégories
}
assessment-nobody-owns = Aucun État n’a de signalement.
assessment-no-exception = Aucun droit ne grandit en insistant : ce que les politiques refusent est refusé à tous.
assessment-term-accusing = Un signalement qui accuse vaut { $count } ans au plus
assessment-term-decided = Si une décision nationale vaut plus longtemps, { $count } ans au plus
assessment-term-protective = Tout autre signalement vaut { $count ->
    [one] { $count } an
   *[other] { $count } ans
} au plus
assessment-term-notice = Ses agents sont avertis { $count } mois avant sa fin
assessment-term-draft = Un projet attend { $count } jours une deuxième personne
assessment-term-ended = Ce que disait un signalement terminé est détruit après { $count } jours
assessment-term-cleared = L’attestation de qui a été pris pour un autre est conservée { $count } jours
assessment-term-answer = Qui demande ce qui est conservé sur lui reçoit réponse en { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
assessment-term-case = Un dossier clos est conservé { $count } jours
assessment-term-looks = Qui a consulté quoi et quand exactement est conservé { $count } jours
assessment-term-long-looks = Des consultations de signalements et des recherches de personnes, { $count } jours
assessment-term-concerns = Un signal de la supervision est conservé { $count } jours

# Qui peut être amené à lire une colonne.
assessment-readers-anyone = chacun
assessment-readers-signed-in = toute personne connectée
assessment-readers-members = personnes d’États membres, dans les fonctions qu’une politique nomme
assessment-readers-examiners = examinateurs de documents d’États membres
assessment-readers-delegations = délégations et coordination
assessment-readers-drafters = délégués des États membres, des observateurs admis au projet, et la coordination
assessment-readers-evaluators = délégués des États évaluateurs, et la coordination ; d’une réponse, sa propre délégation ; une fois passé le délai de tous, les membres, et les observateurs s’ils ont été admis
assessment-readers-nominators = délégués de l’État membre qui propose quelqu’un, et la coordination
assessment-readers-both-oversights = ceux qui contrôlent la légalité dans l’État de l’agent et dans l’État du signalement
assessment-readers-own-state = personnes de l’État à qui elle appartient
assessment-readers-redress-desk = agents chargés des recours là où il a été déposé ; le comité, une fois saisi
assessment-readers-redress-officer = agents chargés des recours là où il a été déposé
assessment-readers-redress-panel = membres du comité de recours
assessment-readers-alert-desk = de l’État du signalement : protection de l’enfance pour un enfant, agents des signalements sinon
assessment-readers-own-administrator = l’administrateur de l’État ou de l’organisation pour qui la personne travaille
assessment-readers-self = la personne seule
assessment-readers-keepers = exploitants du secrétariat et ceux qui supervisent la légalité
assessment-readers-nobody = personne : le programme seul

# Les règles.
assessment-g-01 = Les catégories et les mesures sont une liste fermée ; tout le reste est refusé.
assessment-g-02 = Qui est protégé n’est ni accusé ni reçu comme suspect.
assessment-g-03 = Qui pourrait être un enfant est traité comme tel.
assessment-g-04 = Nul n’est accusé sans décision nationale, et nul ne doit être arrêté sans juge.
assessment-g-05 = Le registre est éteint jusqu’à ce qu’une décision l’adopte et qu’un État accepte, catégorie par catégorie ; sans cela rien n’est conservé ni montré.
assessment-g-06 = Sans nom, naissance, motif, mesure et autorité, rien n’est écrit.
assessment-g-07 = Il n’y a pas de champ pour l’origine, la foi, la santé ou la situation migratoire, et le texte libre est relu.
assessment-g-08 = Une deuxième personne juge si un signalement est proportionné, au début et à chaque prolongation.
assessment-g-09 = Des traits physiques ne sont gardés que s’ils sont strictement nécessaires pour identifier quelqu’un, et sont scellés.
assessment-g-10 = Un État a un seul signalement sur une personne.
assessment-g-11 = Les signalements de deux États sur une personne qui ne vont pas ensemble ne sont pas tous deux montrés avant que les États se soient parlé.
assessment-g-12 = Seul l’État qui a écrit un signalement le modifie ; les autres proposent.
assessment-g-13 = Un signalement finit de lui-même à son jour.
assessment-g-14 = Le signalement d’un enfant finit avec l’enfance.
assessment-g-15 = Un signalement dont le but est atteint finit après quinze jours, et ce que disait un signalement terminé est détruit.
assessment-g-16 = Qui a consulté, quand, où et à quelle fin figure dans un journal à part, gardé autant que la légalité l’exige, sans moyen d’y chercher un voyageur.
assessment-g-17 = Une recherche laisse un engagement sur un aléa, et aucun nom.
assessment-g-18 = Un nom n’est jamais une réponse : ce qui est demandé s’ouvre après que deux personnes ont corroboré l’identité.
assessment-g-19 = Le motif n’est nulle part ailleurs que là où on l’ouvre, et celui d’un enfant pour la seule protection de l’enfance.
assessment-g-20 = Qui a été pris pour un autre reçoit une attestation avec son accord, et un signalement qui le cause souvent est jugé à nouveau.
assessment-g-21 = Aucun programme ne décide : chaque issue a un agent.
assessment-g-22 = L’État du signalement l’apprend aussitôt et répond dans un délai ; les deux États le lisent et personne d’autre.
assessment-g-23 = Qui demande protection est protégé quoi que demande un signalement, et l’État qu’il fuit peut-être n’en apprend rien.
assessment-g-24 = Un État peut dire que ses agents ne suivent pas le signalement d’un autre.
assessment-g-25 = Qui demande reçoit réponse dans les jours convenus, et un comité indépendant peut bloquer un signalement.
assessment-g-26 = Qui voit son identité usurpée passe s’il l’a demandé par écrit, et ce qui est gardé de lui finit avec cela.
assessment-g-27 = Les infractions politiques, militaires, religieuses ou raciales n’en sont pas ici.
assessment-g-28 = Ce qui ne doit pas être fait du contenu d’un signalement le suit partout, et oblige.
assessment-g-29 = Les observateurs lisent des chiffres et aucun enregistrement.
assessment-g-30 = Les chiffres annuels sont publics, ceux des fausses correspondances aussi, les petits retenus.
assessment-g-31 = Les journaux et le journal des accès sont enchaînés ; si une lacune a été trouvée, les signalements ne sont plus que lus.
assessment-g-32 = Dans une urgence, un peu plus s’ouvre, à peu de gens, pour peu de temps, et la supervision le sait aussitôt.
assessment-g-33 = Ce document est fait de ce qui est en vigueur.
