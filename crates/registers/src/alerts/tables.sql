-- What all entries about alerts on people together mean today.

CREATE TABLE alerts_adoption ( -- the decision by which the register is switched on: one row, or none
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    symbol     TEXT NOT NULL, -- the decision's, which rests in another house
    adopted_on TEXT NOT NULL  -- its day
) STRICT;

CREATE TABLE alerts_opt ( -- which State takes part in which category, now or once
    state      TEXT NOT NULL,
    category   TEXT NOT NULL,
    opted      INTEGER NOT NULL CHECK (opted IN (0, 1)),
    basis      TEXT NOT NULL,    -- national law or decision
    changed_us INTEGER NOT NULL, -- microseconds since 1970
    PRIMARY KEY (state, category)
) STRICT, WITHOUT ROWID;

CREATE TABLE alerts_switched ( -- every entry that switched something: who, what, when
    position INTEGER PRIMARY KEY, -- of the entry in the journal
    state    TEXT NOT NULL,       -- who said it
    kind     TEXT NOT NULL,       -- the entry's kind
    category TEXT,                -- of an opting in or out
    said     TEXT,                -- the decision's symbol, or the basis
    at_us    INTEGER NOT NULL     -- microseconds since 1970
) STRICT;

CREATE TABLE alerts_alert ( -- one alert on a person, as its latest version stands; nothing about the person
    alert          BLOB PRIMARY KEY,     -- id
    reference      TEXT NOT NULL UNIQUE, -- as RCM-A-2026-0007
    year           INTEGER NOT NULL,     -- of the first writing
    number         INTEGER NOT NULL,     -- within the year, over all States
    owner          TEXT NOT NULL,        -- the State that answers for it
    category       TEXT NOT NULL,
    stance         TEXT NOT NULL,        -- protective, witness, accusing
    of_child       INTEGER NOT NULL CHECK (of_child IN (0, 1)),
    standing       TEXT NOT NULL,        -- draft, proposed, active, withdrawn
    version        INTEGER NOT NULL,     -- latest version, from 1
    active_version INTEGER,              -- the version in force; none before the first
    waits_until    TEXT NOT NULL,        -- day from which what was never in force is kept no longer
    until          TEXT,                 -- day from which it is in force no longer
    withdrawn_on   TEXT,                 -- day on which it was taken back
    ending         TEXT,                 -- why
    ends_on        TEXT NOT NULL,        -- the first of these days that ends it
    touched        INTEGER NOT NULL,     -- position of the last entry about it, by which lists are sorted
    UNIQUE (year, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX alerts_alert_owner ON alerts_alert (owner, of_child, touched);
CREATE INDEX alerts_alert_ends ON alerts_alert (ends_on);
CREATE INDEX alerts_alert_touched ON alerts_alert (touched);

CREATE TABLE alerts_version ( -- of whom an alert speaks, version by version
    alert    BLOB NOT NULL REFERENCES alerts_alert (alert),
    version  INTEGER NOT NULL,
    hash     BLOB NOT NULL, -- of the whole text: what a second person's word is bound to
    body     BLOB NOT NULL, -- Subject in CBOR
    folded   TEXT NOT NULL, -- names in small letters without accents
    earliest TEXT NOT NULL, -- first day on which they may have been born
    latest   TEXT NOT NULL, -- last such day
    PRIMARY KEY (alert, version)
) STRICT;
CREATE INDEX alerts_version_folded ON alerts_version (folded);

CREATE TABLE alerts_sealed ( -- why somebody is looked for and what is asked for: no list reads it
    alert   BLOB NOT NULL REFERENCES alerts_alert (alert),
    version INTEGER NOT NULL,
    body    BLOB NOT NULL, -- Sealed, closed under a key
    PRIMARY KEY (alert, version)
) STRICT;

CREATE TABLE alerts_judged ( -- why a second person put it in force, or left it there: as sealed as the reason
    position INTEGER PRIMARY KEY, -- of the entry in the journal
    alert    BLOB NOT NULL REFERENCES alerts_alert (alert),
    version  INTEGER NOT NULL,
    grave    BLOB NOT NULL,       -- why the case is grave enough, closed under a key
    gentler  BLOB NOT NULL        -- why no gentler means would do, closed under a key
) STRICT;
CREATE INDEX alerts_judged_alert ON alerts_judged (alert, position);

CREATE TABLE alerts_writer ( -- who wrote or proposed what, so that nobody judges their own words
    alert  BLOB NOT NULL REFERENCES alerts_alert (alert),
    person BLOB NOT NULL,
    judged INTEGER NOT NULL CHECK (judged IN (0, 1)), -- 1 for the version in force
    PRIMARY KEY (alert, person, judged)
) STRICT, WITHOUT ROWID;

CREATE TABLE alerts_event ( -- every entry about an alert: its course, and what is destroyed with it
    position INTEGER PRIMARY KEY, -- of the entry in the journal
    alert    BLOB NOT NULL,
    kind     TEXT NOT NULL,       -- the entry's kind
    at_us    INTEGER NOT NULL,    -- microseconds since 1970
    said     BLOB                 -- a second person's question, closed under a key
) STRICT;
CREATE INDEX alerts_event_alert ON alerts_event (alert, position);

CREATE TABLE alerts_past ( -- what stays of an alert whose words are destroyed
    alert     BLOB PRIMARY KEY,
    reference TEXT NOT NULL,
    year      INTEGER NOT NULL,
    number    INTEGER NOT NULL,
    owner     TEXT NOT NULL,
    category  TEXT NOT NULL,
    ended_on  TEXT NOT NULL -- the day on which it ended
) STRICT, WITHOUT ROWID;
CREATE INDEX alerts_past_year ON alerts_past (year, number);

CREATE TABLE alerts_met ( -- what came of possible matches with an alert: nothing of a traveller
    position INTEGER PRIMARY KEY, -- of the entry in the journal
    alert    BLOB NOT NULL,
    state    TEXT NOT NULL,       -- whose officer says it
    person   BLOB NOT NULL,       -- the officer
    outcome  TEXT NOT NULL,       -- not_the_person, confirmed, inconclusive
    at_us    INTEGER NOT NULL     -- microseconds since 1970
) STRICT;
CREATE INDEX alerts_met_alert ON alerts_met (alert, position);

CREATE TABLE alerts_clearance ( -- documents that one alert stops no more, at their holders' wish
    position INTEGER PRIMARY KEY, -- of the entry in the journal
    alert    BLOB NOT NULL,
    state    TEXT NOT NULL,       -- whose officer gave it
    document BLOB NOT NULL,       -- keyed hash of its State, kind and number
    until    TEXT NOT NULL        -- day from which it is stopped again
) STRICT;
CREATE INDEX alerts_clearance_document ON alerts_clearance (document, alert);
CREATE INDEX alerts_clearance_alert ON alerts_clearance (alert);
CREATE INDEX alerts_clearance_until ON alerts_clearance (until);
