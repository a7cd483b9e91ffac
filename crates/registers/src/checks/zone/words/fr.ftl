# Pourquoi un texte n’a pu être lu comme une zone. Les endroits sont comptés dans le texte tel qu’il a été donné.
zone-error-too-long = Le texte compte plus de 4096 octets. Aucune zone n’est aussi longue.
zone-error-empty = Il n’y a rien à lire.
zone-error-not-ascii = Ligne { $line }, caractère { $column } : « { $character } » ne peut figurer dans une zone. Seuls A à Z, 0 à 9 et < le peuvent.
zone-error-space = Ligne { $line }, caractère { $column } : une espace se trouve dans la ligne. Un remplissage < a pu se perdre ici.
zone-error-character = Ligne { $line }, caractère { $column } : « { $character } » ne peut figurer dans une zone. Seuls A à Z, 0 à 9 et < le peuvent.
zone-error-line-length = Caractères à la ligne { $line } : { $found }. Une zone a trois lignes de 30, deux de 36 ou deux de 44.
zone-error-line-count = Lignes de cette longueur : { $found }. Une zone a trois lignes de 30, deux de 36 ou deux de 44.
zone-error-document-code = La ligne { $line } commence par « { $character } ». Une zone commence par la lettre du type de document.

# Les champs d’une zone.
zone-field-document-code = Code du document
zone-field-issuing-state = État émetteur
zone-field-name = Nom
zone-field-document-number = Numéro du document
zone-field-nationality = Nationalité
zone-field-birth-date = Date de naissance
zone-field-sex = Sexe
zone-field-expiry-date = Date d’expiration
zone-field-personal-number = Numéro personnel
zone-field-optional = Données facultatives
zone-field-composite = Chiffre de contrôle composé
zone-field-zone = Zone entière

# Ce que la structure et les recoupements disent d’une zone lisible. Chaque texte se trouve à côté du nom de son champ.
zone-finding-lower-case = Les lettres sont arrivées en minuscules et ont été lues en majuscules. Le réglage du clavier du lecteur est à vérifier.
zone-finding-document-code-not-allowed = Ce format n’a pas ce code de document. Comparez-le avec le document.
zone-finding-passport-type-not-listed = La deuxième lettre ne figure pas dans la liste des types de passeport de l’OACI. Les passeports délivrés avant 2028 peuvent en porter une autre.
zone-finding-state-unknown = Aucun État ni aucune organisation n’a ce code.
zone-finding-state-deprecated = Ce code a été retiré; seuls des documents plus anciens le portent.
zone-finding-state-not-an-issuer = Aucune autorité ne délivre de documents sous ce code.
zone-finding-empty = Ce champ est vide alors qu’il doit contenir quelque chose.
zone-finding-leading-filler = Un remplissage < précède le premier caractère; les champs commencent à gauche.
zone-finding-date-not-digits = Une lettre se trouve dans cette date.
zone-finding-date-impossible = Ce jour n’existe pas.
zone-finding-birth-date-partial = Le jour de naissance n’est pas entièrement connu. Les règles le permettent.
zone-finding-expiry-date-partial = Une partie de la date d’expiration manque. Comparez-la avec le document.
zone-finding-sex-not-allowed = Ni F, ni M, ni le remplissage < qui indique « non précisé ».
zone-finding-check-digit-not-digit = Là où doit se trouver le chiffre de contrôle, il n’y a pas de chiffre.
zone-finding-long-number-form = Un remplissage annonce un numéro plus long, mais les données facultatives n’en contiennent pas la fin avec chiffre de contrôle et remplissage.
zone-finding-name-digit = Un chiffre se trouve dans le nom.
zone-finding-name-separators = Les noms sont séparés à plus d’un endroit, ou par plus de deux remplissages.
zone-finding-name-one-part = Le nom n’a qu’une partie. Certaines personnes n’en ont qu’une; ou les deux remplissages entre les parties se sont perdus.
zone-finding-name-truncated = Le nom remplit son champ jusqu’à la dernière lettre et peut être coupé. Prenez le nom sur le document.
zone-finding-belgian-identity-card = Lu comme une carte d’identité belge ancienne : le chiffre de contrôle de son numéro compte le remplissage et, ainsi compté, concorde.
zone-finding-french-identity-card = Lu comme une carte d’identité française délivrée avant août 2021 : elle a ses propres champs et ne porte pas de date d’expiration.
zone-finding-mexican-sex-letter = Sur la carte d’électeur mexicaine, H désigne un homme (hombre) et M une femme (mujer).
zone-finding-composite-by-other-rule = Tous les autres chiffres de contrôle concordent, et l’on a vu des cartes de cet État où celui-ci suit une autre règle. À lui seul il dit peu.
zone-finding-composite-alone = Tous les autres chiffres de contrôle concordent. L’écart se trouve dans les données facultatives ou dans ce chiffre.
zone-finding-specimen = UTO est l’État modèle de l’OACI : c’est un spécimen, non un document d’un État.
zone-finding-expired = Le document est expiré.
zone-finding-expiry-before-birth = La date d’expiration précède la date de naissance.
zone-finding-birth-century-uncertain = Les mêmes chiffres désignent un jour de l’année à venir; le jour de cent ans plus tôt a été lu.
zone-finding-expiry-century-uncertain = Lue à plus de cinquante ans d’ici. Elle peut être du siècle dernier ou signifier « sans limite ». Comparez-la avec le document.
