# The assessment of the effects on data protection.
room-assessment = Data protection assessment
assessment-title = Assessment of the effects on data protection
assessment-of = { $process }, release { $release }, as it stood on { $at }
assessment-about = Nobody writes this document. The program makes it from the list of everything that it stores, from the rules that its tests hold, and from what is configured and in force at this moment. It is arranged by the thirteen principles of data protection of the International Organization for Migration. What no program can know stands at the end of each principle, for people to answer.
assessment-classes = K0 is public, K1 is for members of the conference, K2 is about a person, K3 is about a person who is protected.
assessment-held = What the program holds
assessment-rules = What enforces it
assessment-configured = What is configured here
assessment-open = What people have to answer
assessment-untested = nothing here holds it yet
assessment-no-columns = No column is told under this principle.
assessment-caption = Columns, who may come to read them, and how long they are kept
assessment-head-place = Table
assessment-head-columns = Columns
assessment-head-class = Class
assessment-head-readers = Who may come to read them
assessment-head-personal = About a person
assessment-head-kept = Kept
assessment-personal = yes
assessment-not-personal = no
assessment-kept-with-record = as long as its record
assessment-kept-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
assessment-fault-language = There are en, es and fr.
assessment-fault-format = There are json, markdown and html.

# The principles, which columns are told under each, and what people have to answer.
assessment-collection = Lawful and fair collection
assessment-collection-columns = Columns about a person that are told under no other principle.
assessment-collection-law = On which law or decision does each State that takes part rest each category, and who has confirmed that it allows this use?
assessment-collection-told = How are people told, in a language that they understand, what is kept of them and by whom?
assessment-purpose = Specified and legitimate purpose
assessment-purpose-need = For each category that a State takes part in: why would gentler means not be enough?
assessment-purpose-use = Who makes sure that what officers learn here is used for no other purpose at the border?
assessment-quality = Data quality
assessment-quality-source = From which sources do those who write an alert take names and births, and how are these checked?
assessment-quality-errors = How often are people taken for somebody else, and from which share on is a State no longer ready to go on?
assessment-consent = Consent
assessment-consent-free = Could whoever is asked for a clearance refuse without harm, and how does the officer say so?
assessment-consent-child = Who decides for a child, and how is the child heard?
assessment-transfer = Transfer to third parties
assessment-transfer-columns = Columns that people of other States, of organisations or anybody signed in may come to read.
assessment-transfer-agreement = Which agreement between the States covers what one shows to another, and does each of them protect data as well as the others?
assessment-transfer-onward = To whom do national authorities pass on what they read here, and by which rule?
assessment-confidentiality = Confidentiality
assessment-confidentiality-columns = Columns about people who are protected, and what only the desk of an alert reads.
assessment-confidentiality-paper = Who sees screens, printed pages and copies at each post?
assessment-access = Access and transparency
assessment-access-columns = Columns that the person alone reads, and those of the cases of whoever asks what is kept of them.
assessment-access-known = Where does a person learn that they may ask, at no cost and in every member State?
assessment-access-help = Who helps whoever cannot read, has no address or fears to ask?
assessment-security = Data security
assessment-security-columns = Columns that nobody reads: secrets, hashes, and what the program alone needs.
assessment-security-keys = Who keeps the keys and the backups, where, and who else can enter there?
assessment-security-breach = Who is told within which time when data were lost or read by somebody who should not have?
assessment-retention = Retention
assessment-retention-columns = Columns that are kept for a number of days.
assessment-retention-days = Is each of these terms the shortest that the purpose allows, and who decided so?
assessment-retention-copies = For how long are backups kept, and what is destroyed in them?
assessment-application = Application of the principles
assessment-application-columns = Columns that anyone may read.
assessment-application-paper = Do the same principles hold for paper and for national systems that are fed from here?
assessment-ownership = Ownership of data
assessment-ownership-columns = Columns that are read in the State or organisation that wrote them, and about nobody.
assessment-ownership-end = What becomes of a State's data when it leaves the conference or the secretariat moves?
assessment-oversight = Oversight, compliance and internal remedies
assessment-oversight-columns = The access log, and what those who supervise and those who run the machine read.
assessment-oversight-body = Which authority of each State supervises its officers, and is it independent of them?
assessment-oversight-remedy = Before which court or body may a person contest what the panel decided?
assessment-exceptions = Exceptions
assessment-exceptions-law = Which exceptions does national law allow, who decides on one, and where is it written down?

# What is configured.
assessment-register-off = The register of alerts on people is switched off: no decision has adopted it.
assessment-register-on = The register of alerts on people was adopted by { $symbol } of { $day }.
assessment-no-part = No State takes part in any category.
assessment-part = { $category }: { $state }, since { $since }, on the ground of: { $basis }
assessment-two-people = A second person of the same State puts every alert in force and leaves it in force; this cannot be configured.
assessment-members = { $count } members: { $names }
assessment-observers = { $count } observers, who read figures and no record of anybody: { $names }
assessment-secretariat = The secretariat, which reads no register of people: { $names }
assessment-role = { $role }: { $purposes }
assessment-passkey-roles = Roles that do nothing without a passkey: { $roles }
assessment-policies = The policies in force have the hash { $version }; the folder keeps their text under that name.
assessment-rate = Requests of the class “{ $class }”, by one person in a minute: { $most } at most
assessment-budget = { $name }: { $most } at most
assessment-profile = The process is { $process }; what it has agreed on as numbers:
assessment-agreed = { $name } = { $value }
assessment-owner = { $state } owns its alerts in { $count ->
    [one] { $count } category
   *[other] { $count } categories
}
assessment-nobody-owns = No State has alerts.
assessment-no-exception = No right grows by pressing harder: what the policies refuse is refused to everybody.
assessment-term-accusing = An alert that accuses stands for { $count } years at most
assessment-term-decided = Where a national decision holds longer, for { $count } years at most
assessment-term-protective = Any other alert stands for { $count ->
    [one] { $count } year
   *[other] { $count } years
} at most
assessment-term-notice = Its officers are reminded { $count } months before it ends
assessment-term-draft = A draft waits { $count } days for a second person
assessment-term-ended = What an ended alert said is destroyed after { $count } days
assessment-term-cleared = A clearance of somebody who was taken for another is kept for { $count } days
assessment-term-answer = Whoever asks what is kept of them is answered within { $count ->
    [one] { $count } day
   *[other] { $count } days
}
assessment-term-case = A case that is closed is kept for { $count } days
assessment-term-looks = Who looked at what and when exactly is kept for { $count } days
assessment-term-long-looks = Of looks at alerts and of searches for people, for { $count } days
assessment-term-concerns = A concern of oversight is kept for { $count } days

# Who may come to read a column.
assessment-readers-anyone = anyone
assessment-readers-signed-in = whoever is signed in
assessment-readers-members = people of member States, in roles that a policy names
assessment-readers-examiners = document examiners of member States
assessment-readers-delegations = delegations and the coordinator
assessment-readers-drafters = delegates of member States, of observers that were let in to the draft, and the coordinator
assessment-readers-evaluators = delegates of the evaluating States, and the coordinator; of an answer its own delegation; once everybody’s time has passed, members, and observers where they were let in
assessment-readers-nominators = delegates of the member State that puts somebody forward, and the coordinator
assessment-readers-both-oversights = those who supervise lawfulness in the officer’s State, and in the State whose alert it is
assessment-readers-own-state = people of the State whose it is
assessment-readers-redress-desk = redress officers where it was lodged; the panel once it stands before it
assessment-readers-redress-officer = redress officers where it was lodged
assessment-readers-redress-panel = members of the redress panel
assessment-readers-alert-desk = of the State whose alert it is: child protection officers for a child, alert officers otherwise
assessment-readers-own-administrator = the administrator for whose State or organisation the person works
assessment-readers-self = the person alone
assessment-readers-keepers = operators of the secretariat, and those who supervise lawfulness
assessment-readers-nobody = nobody: the program alone

# The rules.
assessment-g-01 = Categories and actions are a closed list; anything else is refused.
assessment-g-02 = Whoever is protected is neither accused nor met as a suspect.
assessment-g-03 = Who could be a child is treated as one.
assessment-g-04 = Nobody is accused without a national decision, and nobody is to be captured without a judge.
assessment-g-05 = The register is off until a decision adopts it and a State opts in, category by category; without that nothing is stored or shown.
assessment-g-06 = Without surname, birth, reason, action and authority nothing is written down.
assessment-g-07 = There is no field for origin, faith, health or migration status, and free text is read for them.
assessment-g-08 = A second person judges whether an alert is proportionate, at its beginning and at each extension.
assessment-g-09 = Physical traits are kept only where strictly necessary to identify somebody, and are sealed.
assessment-g-10 = A State has one alert on one person.
assessment-g-11 = Two States’ alerts on one person that do not go together are not both shown until the States have spoken.
assessment-g-12 = Only the State that wrote an alert changes it; others propose.
assessment-g-13 = An alert ends on its day by itself.
assessment-g-14 = A child's alert ends with childhood.
assessment-g-15 = An alert whose purpose is achieved ends after fifteen days, and what an ended alert said is destroyed.
assessment-g-16 = Who looked, when, where and for which purpose is on a log of its own, kept for as long as lawfulness asks, without a way to look up a traveller.
assessment-g-17 = A search leaves a commitment to chance, and no name.
assessment-g-18 = A name is never a hit: what is asked for opens after two people have corroborated the identity.
assessment-g-19 = The reason is nowhere but where it is opened, and a child's reason for child protection alone.
assessment-g-20 = Who was taken for somebody else is cleared with consent, and an alert that does it often is judged anew.
assessment-g-21 = No program decides: every outcome has an officer.
assessment-g-22 = The State whose alert was met hears of it at once and answers by a clock; both States read it and nobody else.
assessment-g-23 = Whoever asks for protection is protected whatever an alert asks for, and the State they may flee from is told nothing.
assessment-g-24 = A State may say that its officers do not act on another's alert.
assessment-g-25 = Whoever asks is answered within the days agreed on, and an independent panel may block an alert.
assessment-g-26 = Whose identity is misused is let go on at their written wish, and what is kept of them ends with it.
assessment-g-27 = Political, military, religious or racial offences are no offences here.
assessment-g-28 = What may not be done with an alert’s content goes wherever the content goes, and binds.
assessment-g-29 = Observers read figures, and no record.
assessment-g-30 = Yearly figures are public, those on false matches too, small ones withheld.
assessment-g-31 = The journals and the access log are chained; once a gap was found, the alerts are read only.
assessment-g-32 = In an emergency little more opens, to few, for a short time, and oversight is told at once.
assessment-g-33 = This document is made from what is in force.
