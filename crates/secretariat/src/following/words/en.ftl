# What somebody follows, and what is new in it.
room-following = Following
following-title = What is new in what you follow
following-about = Documents, meetings and bodies that you follow. Only you see what you follow, and you see of it only what you may open.
following-since = { $count ->
    [0] Nothing new since your last visit, { $at }.
    [one] One thing is new since your last visit, { $at }.
   *[other] { $count } things are new since your last visit, { $at }.
}
following-new = New since your last visit
following-new-none = Nothing new.
following-known = Before
following-most = The last { $most } are shown.
following-when = When
following-symbol = Of what
following-what = What is new
following-filed = Document filed
following-classed = It was decided who may see it
following-text = Text in { $language }, version { $version }
following-minutes = Minutes in { $language }, revision { $version }
following-minutes-adopted = Minutes adopted
following-decided = Decision entered
following-decided-later = Something was added to the decision
following-followed = What you follow
following-none = You follow nothing yet. Choose “Follow” on the page of a document or a meeting, beside a body, or name it below.
following-kind = Kind
following-name = Symbol or short name
following-name-hint = Such as RCM/VIII for a meeting, RCM for a body.
following-end = Follow no longer
following-kind-paper = Document
following-kind-meeting = Meeting
following-kind-body = Body
following-not-there = Not there, or not for you
following-more = Follow something
following-follow = Follow
following-follow-named = Follow { $name }
following-stop = No longer follow
following-stop-named = No longer follow { $name }
following-forgotten = Who does not look for half a year follows nothing any more: the list is forgotten.
following-subscribe = Have a feed reader follow it
following-back = Back to what is new
following-done-followed = You follow it.
following-done-stopped = You no longer follow it.
following-fault-kind = Choose document, meeting or body.
following-fault-unknown = There is no such thing, or it is not for you. Write the symbol or the short name as it stands on its page.
following-fault-many = You follow { $most } things already; follow one of them no longer first.
following-fault-language = Choose en, es or fr.
following-feed = What is new in what I follow, and nothing else
following-feed-hint = For a feed reader. Purposes need not be chosen.
following-feed-made = Have your feed reader subscribe to this address:
following-today = { $count ->
    [one] One thing is new in what you follow.
   *[other] { $count } things are new in what you follow.
}
