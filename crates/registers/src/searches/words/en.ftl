# The search for a person who has no document.
searches-title = Search for a person without a document
searches-about = For somebody who stands before you and has no document, or none that can be read. Type one surname, one given name and at least the year of birth. They are compared with alerts on people and not kept.
searches-watched = How often you search is counted. Whoever goes through names is stopped, and those who supervise are told.
searches-act = Search
searches-answer = Search for a person
searches-next = The next person
searches-link = Search for a person without a document
searches-year-alone = You gave the year of birth alone. A name and a year are many people’s: hardly anybody who is looked for is found by them, and a possible match by them is worth little. Ask for the whole date.
searches-refused-part = Your State takes no part in alerts on people: there is nobody to search for.
searches-fault-surname = Type one surname.
searches-fault-given = Type one given name. A surname alone finds nobody here.
searches-fault-born = A name alone finds nobody here. Type the date of birth: 1987-12-03. If no more is known: 1987-12, or 1987.
searches-fault-short = Write it out: a word of { $least } letters at least. An initial finds nobody here.
searches-fault-character = Letters alone: no sign stands for others, such as * or ?.

# What a search may not do.
searches-stopped = What you asked looked like going through the register. You can go on in { $minutes } minutes. Until then, call a document examiner of your State: they can let you go on at once, on the page “Stopped officers”.
searches-used-up-officer = { $span ->
    [hour] You have made all { $most } searches for people that one officer may make in an hour. You can search again in { $minutes } minutes.
   *[day] You have made all { $most } searches for people that one officer may make in a day. You can search again in { $minutes } minutes.
}
searches-used-up-post = { $span ->
    [hour] Your post has made all { $most } searches for people that it may make in an hour. You can search again in { $minutes } minutes.
   *[day] Your post has made all { $most } searches for people that it may make in a day. You can search again in { $minutes } minutes.
}
searches-used-up-state = { $span ->
    [hour] Your State has made all { $most } searches for people that it may make in an hour. You can search again in { $minutes } minutes.
   *[day] Your State has made all { $most } searches for people that it may make in a day. You can search again in { $minutes } minutes.
}

# What those who supervise are told of.
concern-kind-many-names = Many names in a short time
concern-kind-many-names-what = One person searched for so many different people within ten minutes that no work at a border explains it.
concern-kind-births-of-one-name = One name, many dates of birth
concern-kind-births-of-one-name-what = One person tried date of birth after date of birth for one name.
concern-kind-names-in-order = Names in the order of the alphabet
concern-kind-names-in-order-what = One person searched for people whose names follow one another in the alphabet, as if from a list.
concern-kind-many-references = Many references of alerts
concern-kind-many-references-what = One person looked up more references of alerts on people than other States call about.
concern-kind-searches-together = Several people, one search
concern-kind-searches-together-what = What several people of one State searched for or looked up goes, taken together, through names, dates of birth or references.
