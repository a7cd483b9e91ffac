# La page d’aujourd’hui.
room-today = Aujourd’hui
today-title = Aujourd’hui
today-about = Ce qui attend { $party }, par échéance, à votre heure.
today-overdue = En retard
today-ahead = À venir
today-none = Rien ne vous attend.
today-until = jusqu’au { $at }
today-no-day = aucune date connue
today-reminded = Le secrétariat vous l’a rappelé le { $at }
today-meeting = Réunion
today-late-by = En retard par partie
today-party = Partie
today-late-count = En retard
today-calendar = L’emporter comme calendrier
today-calendar-name = { $party } : réunions et échéances
today-fault-delegation = Indiquez un membre ou un observateur de la conférence ; seul le coordonnateur du secrétariat peut en indiquer un autre que le sien.
today-fault-language = Choisissez en, es ou fr.
