# Le guide de la démonstration, en page et au terminal.
demo-title = Que faire ici
demo-lead = Tout est inventé ici : personnes, numéros, signalements. Rien ne sort de cette machine.
demo-sign-ins = Ouvrir une session
demo-password = Le mot de passe de chacun est { $password }.
demo-codes = Les codes à usage unique changent toutes les 30 secondes, ceux-ci dans { $seconds }; chacun sert une fois. Cette page se recharge d’elle-même.
demo-sign-in = Ouvrir une session
demo-people = Quelques personnes, et leurs codes à usage unique de l’instant
demo-user-name = Nom d’utilisateur
demo-party = Pour
demo-role = Rôle
demo-code = Code actuel
demo-no-code = pas nécessaire
demo-nobody = Personne n’est inscrit.
demo-zones = Zones à coller
demo-zones-lead = Ouvrez une session comme gtm.officer, allez à la vérification d’un document et collez l’une de celles-ci, entière.
demo-zone-none = Personne ne l’a signalé : « aucun signalement »
demo-zone-digit = Un chiffre a été mal lu : « regardez encore »
demo-zone-stolen = Son État l’a signalé
demo-zone-alert = Des alertes sur de faux documents y correspondent, et c’est un spécimen
demo-stories = Récits
demo-story-check = gtm.officer vérifie un document au clavier seul : coller une zone, Entrée, lire, recommencer.
demo-story-report = hnd.authority signale un passeport perdu; gtm.officer en vérifie le numéro un instant plus tard.
demo-story-confirm = hnd.examiner rédige et soumet une alerte; mex.examiner la confirme; hnd.examiner la publie, et toute vérification la connaît.
demo-story-people = mex.admin inscrit quelqu’un, le suspend, puis le réadmet.
demo-story-operate = xsv.operator vérifie tout ce qui a jamais été écrit et télécharge une sauvegarde.

# Au terminal.
demo-step-people = { $count } personnes inscrites
demo-step-entries = { $done } de { $all } écritures sur l’état de documents
demo-step-alerts = { $count } alertes publiées
demo-made = { $folder } a été créé.
demo-listening = Ouvrez { $url } dans un navigateur. Tout y est inventé.
demo-everybody = Ouvrez une session comme l’une de ces personnes; le mot de passe de chacune est { $password }
demo-codes-at = Les codes changent toutes les 30 secondes; ceux de l’instant, et que faire, sont à { $url }
demo-end = Ctrl-C y met fin; « puebla demo » sert de nouveau le même dossier.
demo-not-one = { $folder } n’a pas été créé comme démonstration, et d’aucun autre dossier les mots de passe ni les codes ne sont montrés.
