# L’inventaire des routes.
routes-title = Routes
routes-what = Ce serveur répond à { $count } routes. Une route qui ne dit pas qui peut la prendre ne se compile pas.
routes-classes = Classes de données : K0 pour quiconque, K1 pour les membres de la conférence, K2 au sujet d’une personne, K3 au sujet d’une personne protégée.
routes-list = Toutes les routes
routes-none = Il n’y en a aucune.
routes-path = Adresse
routes-method = Méthode
routes-who = Qui peut la prendre
routes-purposes = Finalités
routes-class = Classe
routes-rate = Par minute
routes-writes = modifie quelque chose
routes-signed-in = Quiconque a ouvert une session :
routes-public = Quiconque :

# L’API.
api-title = API
api-what = Ce que les machines peuvent demander à ce serveur, tiré du code qui répond.
api-how = Chaque appel porte un jeton dans l’en-tête « Authorization: Bearer … » et, dans « Puebla-Purpose », la finalité de la consultation. Les jetons se créent dans votre compte.
api-document = La même chose sous forme de document OpenAPI
api-operations = Opérations
api-schemas = Formes des données
api-parameters = Paramètres
api-body = Ce qui est envoyé
api-answers = Réponses
api-required = obligatoire
api-one-of = un de
api-all-of = tous de
api-list-of = liste de
api-map-of = par nom,

# Ce que signifient les problèmes.
problems-title = Problèmes
problems-what = Ce qu’une machine lit comme application/problem+json et une personne comme page. Les codes restent tels quels.
problems-list = Tous les problèmes
problems-none = Il n’y en a aucun.
problems-code = Code
problems-status = Statut
problems-meaning = Signification
problems-all = Tous les problèmes
problems-as-sent = Les machines le lisent avec le statut HTTP { $status } et le type /problems/{ $code }.
problems-not-found = L’adresse ne mène à rien, ou mène à quelque chose que vous ne devez pas connaître. Les deux se lisent pareillement, pour que nul n’apprenne d’un refus ce qui existe.
problems-sign-in = La demande arrive sans session ni jeton, ou avec un qui a pris fin : après quinze minutes sans usage, après douze heures, ou parce que quelqu’un y a mis fin. Ouvrez une nouvelle session ou créez un nouveau jeton.
problems-purpose-missing = Toute consultation a une finalité. La session n’en a choisi aucune qui permette ceci, ou l’en-tête Puebla-Purpose est absent ou en nomme une pour laquelle le jeton n’a pas été créé.
problems-forged-form = Le formulaire ne porte pas le secret de la session, ou une page d’un autre site l’a envoyé. Rien n’a été fait. Ouvrez de nouveau la page et envoyez-le de là.
problems-invalid-input = Une partie de l’envoi est inutilisable. Chaque faute est signalée avec son champ et, dans un texte ou un fichier, sa ligne et sa colonne. Rien n’a été enregistré.
problems-too-large = On a envoyé plus que ce que cette adresse reçoit. La réponse dit combien. Rien n’a été enregistré.
problems-media-type = Le corps a un type de contenu que cette adresse ne reçoit pas. Envoyez celui que nomme la description de l’API.
problems-too-often = Une personne, ou une adresse sans session, peut demander tant de fois par minute. L’en-tête Retry-After dit combien de secondes attendre.
problems-stopped = Ce qui a été fait ressemblait au parcours d’une série de numéros. La phrase dit qui appeler, et l’en-tête Retry-After combien de secondes attendre.
problems-conflict = Ce qui est demandé n’est pas possible dans l’état actuel, souvent parce qu’une autre personne l’a modifié. Consultez de nouveau et décidez encore une fois.
problems-busy = Plus de travail attend que le serveur n’en prend. Rien n’a été enregistré. Réessayez dans un moment.
problems-log-unavailable = Toute consultation est consignée avant que la réponse parte. Tant que le registre ne peut être écrit, rien n’est affiché. La personne qui exploite le système doit agir.
problems-disk-full = Il n’y avait pas de place pour enregistrer l’envoi. Rien n’en a été enregistré. La personne qui exploite le système doit agir.
problems-fault = La faute est celle du serveur. Elle est consignée sous le numéro que donne la réponse. Citez-le à la personne qui exploite le système.
