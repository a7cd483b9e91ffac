# The room and its first page.
room-alerts = Alerts on people
alerts-about = Who is missed, is at risk, is asked for as a witness, or is wanted for trafficking in persons or the sexual exploitation of minors. Nobody is here for how they travel.
alerts-off = This register is switched off.
alerts-off-why = No decision of the conference has adopted it. Nothing can be entered and nothing is shown.
alerts-on = Adopted by the decision { $symbol } of { $day }. Each State says for itself in which categories it takes part.
alerts-categories = Categories
alerts-category = Category
alerts-states = States that take part
alerts-nobody = None yet
alerts-own-state = Your State
alerts-own-in = Takes part
alerts-own-out = Does not take part
alerts-history = What was switched, and by whom
alerts-step-adopted = The register was adopted: { $state }
alerts-step-repealed = The register was ended: { $state }
alerts-step-opted-in = { $state } takes part
alerts-step-opted-out = { $state } no longer takes part
alerts-done-adopted = The register is switched on. Each State now says for itself in which categories it takes part.
alerts-done-repealed = The register is switched off. Nothing of it is shown any more.
alerts-done-opted-in = Your State takes part.
alerts-done-opted-out = Your State no longer takes part. Nothing of this category is shown to it or stored for it.

# Switching it on and off.
alerts-adopt-title = Record the decision that adopts the register
alerts-adopt-consequence = From then on each member State’s administrator can say that their State takes part. Nothing is stored by this.
alerts-adopt-act = Switch the register on
alerts-repeal-title = Record the decision that ends the register
alerts-repeal-consequence = From the next moment nobody sees any alert, and no State takes part any more. After thirty days everything that alerts said is destroyed. If the register is adopted again, each State must say again that it takes part.
alerts-repeal-act = Switch the register off
alerts-symbol = Symbol of the decision
alerts-symbol-hint = As it is cited, for example RCM/VIII/2003/DEC/15. This register cannot look into the decisions: please check the symbol there.
alerts-decided-on = Day of the decision
alerts-opt-title = Taking part in a category
alerts-opt-in-consequence = Your State’s officers can then enter alerts of this category, and see those of other States that take part in it. It can be ended at any time.
alerts-opt-in-act = Take part
alerts-opt-out-consequence = From the next moment nothing of this category is shown to your State, and no other State sees your State’s alerts of it, nor do your own officers. After thirty days what they said is destroyed.
alerts-opt-out-act = No longer take part
alerts-opt-basis = National basis
alerts-opt-basis-hint = The law or decision that allows your State to take part. Everybody who sees this page reads it.

# Categories.
alerts-category-missing-child = Missing child
alerts-category-child-at-risk = Child at risk of being taken abroad
alerts-category-missing-vulnerable = Missing person who cannot protect themselves
alerts-category-vulnerable-at-risk = Adult at risk of being taken abroad
alerts-category-locate-witness = Witness
alerts-category-capture-trafficking = Wanted by a judge: trafficking in persons
alerts-category-capture-exploitation = Wanted by a judge: sexual exploitation of minors
alerts-category-impediment-entry = Impediment to entry
alerts-category-impediment-exit = Impediment to exit

# What is wrong, and what is refused.
alerts-fault-symbol = Write the symbol of the decision: capitals and digits in parts with / between.
alerts-fault-decided-missing = Say on which day it was decided.
alerts-fault-decided-later = The day of the decision cannot lie in the future.
alerts-fault-basis = Name the law or decision, in at most { $most } characters.
alerts-refused-adopted = The register is switched on already.
alerts-refused-off = The register is switched off: no decision of the conference has adopted it.
alerts-refused-opted-in = Your State takes part in this category already.
alerts-refused-opted-out = Your State does not take part in this category.

# What an alert asks for, and on what grounds.
alerts-action-protect = Bring the person to those who protect them
alerts-action-locate = Say where the person was met
alerts-action-prevent-exit = Do not let the person leave the country
alerts-action-refuse-entry = Do not let the person enter the country
alerts-action-detain = Detain the person, if an order of your own State says so
alerts-action-ask-owner = Ask the State whose alert it is, and do nothing else
alerts-offence-trafficking = Trafficking in persons
alerts-offence-exploitation = Sexual exploitation of minors
alerts-basis-judicial = A judge
alerts-basis-national = Another authority that national law empowers
alerts-sex-female = Female
alerts-sex-male = Male
alerts-sex-other = X
alerts-sex-unknown = Not known
alerts-standing-draft = Draft
alerts-standing-proposed = Waits for a second person
alerts-standing-active = In force
alerts-standing-withdrawn = Withdrawn
alerts-ending-achieved = The person was found, or the order carried out
alerts-ending-mistaken = It says something wrong, or names the wrong person
alerts-ending-lifted = The decision it rested on no longer holds
alerts-ending-excessive = It asks for more than the case can carry
