# La salle des réunions.
house-secretariat-entries = Écritures au journal du secrétariat

room-meetings = Réunions
meetings-list = Réunions
meetings-list-about = Les réunions de la conférence et de ses organes, la plus récente d’abord.
meetings-list-caption = Réunions
meetings-list-empty = Aucune réunion n’a encore été inscrite.
meetings-back = Toutes les réunions

meetings-meeting = Réunion
meetings-symbol = Cote
meetings-title = Titre
meetings-standing = État
meetings-standing-planned = convoquée
meetings-standing-moved = déplacée
meetings-standing-held = tenue
meetings-standing-cancelled = annulée
meetings-when = Jours
meetings-days = du { $first } au { $last }
meetings-planned-for = Convoquée d’abord pour
meetings-place = Ville
meetings-host = Pays hôte
meetings-zone = Fuseau horaire du lieu
meetings-series = Organe
meetings-numbered = { $series }, numéro { $number }
meetings-parent = Fait partie de
meetings-parent-none = aucune autre réunion
meetings-members-only = Qui la voit
meetings-members-only-yes = les membres et le secrétariat seulement
meetings-members-only-no = membres et observateurs
meetings-children = Réunions qui en font partie
meetings-history = Ce qui a été consigné
meetings-minutes = Procès-verbal de cette réunion
meetings-done-planned = La réunion est inscrite.
meetings-done-changed = Le changement est inscrit. Ce qui était prévu reste consigné.

meetings-plan = Inscrire une réunion
meetings-plan-about = Ce que vous inscrivez reste consigné. Si la réunion est déplacée, vous le dites, et les premiers jours restent visibles.
meetings-plan-send = Inscrire la réunion
meetings-symbol-hint = Majuscules et chiffres en parties, comme dans RCM/VIII.
meetings-series-hint = Nom court de l’organe dont les réunions sont comptées, comme RCM.
meetings-number = Laquelle de ses réunions
meetings-title-en = Titre en anglais
meetings-title-es = Titre en espagnol
meetings-parent-hint = La cote de la réunion pendant laquelle elle siège.
meetings-first-on = Premier jour
meetings-last-on = Dernier jour
meetings-zone-hint = Par son nom, comme America/Panama.

meetings-change = Inscrire ce qu’elle est devenue
meetings-change-about = Les jours pour lesquels elle fut d’abord convoquée ne sont pas remplacés.
meetings-became = Ce qu’elle est devenue
meetings-note = Pourquoi
meetings-change-send = Inscrire le changement

meetings-fault-symbol = Écrivez des majuscules et des chiffres en parties, comme dans RCM/VIII.
meetings-fault-symbol-known = Une autre réunion a déjà cette cote.
meetings-fault-series = Écrivez jusqu’à 12 majuscules et chiffres, comme RCM.
meetings-fault-number = Écrivez un nombre de 1 à 9999.
meetings-fault-number-known = Cet organe a déjà une réunion avec ce numéro.
meetings-fault-title-en-missing = Indiquez le titre en anglais.
meetings-fault-title-es-missing = Indiquez le titre en espagnol.
meetings-fault-place-missing = Indiquez la ville.
meetings-fault-text = Écrivez au plus 200 caractères imprimables.
meetings-fault-parent-unknown = Aucune réunion n’a cette cote. Inscrivez d’abord celle-là.
meetings-fault-host = Choisissez un État membre.
meetings-fault-first-on-missing = Indiquez le premier jour.
meetings-fault-last-on-missing = Indiquez le dernier jour.
meetings-fault-day = Écrivez un jour du calendrier, comme 2003-05-30.
meetings-fault-order = Le dernier jour est avant le premier.
meetings-fault-length = Une réunion dure au plus 60 jours.
meetings-fault-zone = Écrivez le nom d’un fuseau horaire, comme America/Panama.
meetings-fault-standing = Choisissez ce qu’elle est devenue.
meetings-fault-not-over = Ce jour n’est pas encore venu. Une réunion est tenue quand son dernier jour est venu.
meetings-fault-over = Cette réunion a été tenue ou annulée ; elle ne peut plus changer.
meetings-fault-after = La liste ne peut pas continuer à partir de là.
meetings-slip = { $days ->
        [one] un jour plus tard que prévu
       *[other] { $days } jours plus tard que prévu
    }
meetings-forward = { $days ->
        [one] un jour plus tôt que prévu
       *[other] { $days } jours plus tôt que prévu
    }

meetings-correct = Corriger ce qui fut mal écrit
meetings-correct-about = Corrigez une réunion mal écrite tant que rien n’en dépend. Ce qui était écrit avant reste consigné. Si la réunion a été déplacée, inscrivez plutôt ce qu’elle est devenue : une correction n’est pas un retard.
meetings-correct-note = Ce qui était mal écrit
meetings-correct-send = Inscrire la correction
meetings-corrected = corrigée
meetings-was = Avant
meetings-done-corrected = La correction est inscrite. Ce qui était écrit avant reste consigné.
meetings-fault-note-missing = Dites ce qui était mal écrit.
meetings-fault-not-planned = Cette réunion a été déplacée, tenue ou annulée. Inscrivez plutôt ce qu’elle est devenue.
meetings-fault-hangs = Quelque chose dépend déjà de cette réunion : une réunion qui en fait partie, un document, une décision, un invité ou une délégation, son ordre du jour, son procès-verbal. Elle ne peut plus être corrigée.
