# La salle des procès-verbaux.
minutes-title = Procès-verbal
minutes-of = Procès-verbal de { $meeting }
minutes-back = Retour à la réunion
minutes-all = Tout ce procès-verbal
minutes-draft = projet
minutes-adopted = adopté
minutes-adopted-on = le { $day }
minutes-who = Qui peut le lire
minutes-who-members = Les membres et le secrétariat lisent ce procès-verbal.
minutes-who-observers = Les membres, les observateurs et le secrétariat lisent ce procès-verbal.
minutes-missing = Il n’y a pas encore de procès-verbal en { $language }.
minutes-write = L’écrire en { $language }
minutes-write-on = Continuer en { $language }
minutes-revision = Révision
minutes-revision-of = révision { $revision }
minutes-revisions = { $count ->
        [one] Une révision
       *[other] { $count } révisions
    }
minutes-revisions-about = Toutes les révisions, la dernière d’abord
minutes-when = Consignée
minutes-against = Ce qui a changé depuis la révision { $revision }
minutes-against-about = Ce qui a été retiré est barré ; ce qui a été ajouté est souligné.
minutes-first = C’est la première révision dans cette langue.
minutes-added = Ajouté :
minutes-removed = Retiré :
minutes-done-written = La révision est conservée. Les précédentes restent.
minutes-done-adopted = Le procès-verbal est adopté. Rien n’y change plus.
minutes-waiting-missing = pas encore de procès-verbal
minutes-waiting-draft = procès-verbal à adopter

minutes-write-title = Écrire le procès-verbal
minutes-write-about = Vous enregistrez une nouvelle révision. Les précédentes restent. Si quelqu’un d’autre enregistre entre-temps, vous voyez les deux textes et rien de ce que vous avez écrit ne se perd.
minutes-text = Procès-verbal en { $language }
minutes-text-hint = Chaque ligne est un paragraphe. Écrivez ce qu’un État ou une fonction a dit, et aucun nom de personne.
minutes-note = Ce que vous avez changé
minutes-write-send = Enregistrer la révision
minutes-merge = Quelqu’un a enregistré une autre révision entre-temps
minutes-merge-about = Votre texte n’est pas encore enregistré, et il est entier ici. Mettez-y ce que vous voulez garder de l’autre, puis enregistrez-le de nouveau.
minutes-theirs = Ce qui est écrit maintenant : révision { $revision }
minutes-theirs-about = Est marqué ce qui a changé depuis le texte dont vous êtes parti.
minutes-yours = Votre texte
minutes-same = Votre texte et l’autre disent la même chose. Il n’y a rien à enregistrer.
minutes-not-kept = Votre texte n’est pas enregistré. Il est ici en entier : copiez-le avant de quitter cette page.

minutes-adopt = Inscrire l’adoption
minutes-adopt-about = Ces révisions deviennent le procès-verbal adopté. Ensuite personne ne peut le changer, le secrétariat non plus.
minutes-adopted-day = Jour de l’adoption
minutes-adopt-send = Inscrire l’adoption

minutes-fault-blank = Écrivez le texte du procès-verbal.
minutes-fault-text = Écrivez au plus 30 000 caractères imprimables. Un texte plus long se dépose comme document.
minutes-fault-note = Écrivez au plus 200 caractères imprimables.
minutes-fault-based-on = Il n’y a pas de telle révision de départ.
minutes-fault-unchanged = Le texte dit ce qui est déjà écrit. Il n’y a rien à enregistrer.
minutes-fault-overtaken = Quelqu’un a enregistré une autre révision entre-temps. Réunissez les deux textes et envoyez le résultat avec la révision actuelle.
minutes-fault-adopted = Ce procès-verbal est adopté. Rien n’y change plus.
minutes-fault-cancelled = Cette réunion a été annulée ; elle n’a pas de procès-verbal.
minutes-fault-revisions = Ce texte a 300 révisions, et il ne peut y en avoir plus.
minutes-fault-day-missing = Indiquez le jour de l’adoption.
minutes-fault-day = Écrivez un jour du calendrier, comme 2003-12-02.
minutes-fault-day-range = Indiquez un jour entre le dernier de la réunion et aujourd’hui.
minutes-fault-none = Il n’y a aucun texte à adopter.
minutes-fault-seen = Quelqu’un a changé le procès-verbal depuis. Regardez ce qui est écrit maintenant, et inscrivez-le de nouveau.
