-- What was decided: one row a decision, which never changes. Days are written as YYYY-MM-DD.
CREATE TABLE decisions_decision (
    position      INTEGER PRIMARY KEY, -- of its entry
    symbol        TEXT    NOT NULL UNIQUE,
    meeting       TEXT    NOT NULL,    -- symbol of the meeting that took it
    round         TEXT,                -- symbol of the no-objection round that adopted it, where no meeting did
    adopted_on    TEXT    NOT NULL,
    ended_on      TEXT    NOT NULL,    -- last day of its meeting when it was entered
    members_only  INTEGER NOT NULL,    -- 1 where observers do not see it
    number        INTEGER NOT NULL,    -- at its meeting
    place         INTEGER NOT NULL,    -- where it stands in the register: the latest first, and by number
    original      TEXT    NOT NULL,    -- language of drafting: en, es
    text_en       TEXT    NOT NULL,    -- empty where there is none
    text_es       TEXT    NOT NULL,
    divergence    TEXT    NOT NULL,    -- where the two say different things
    condition     TEXT    NOT NULL,    -- what must have happened before; empty without one
    content       BLOB    NOT NULL,    -- all of it as the entry has it
    at_us         INTEGER NOT NULL     -- when, microseconds since 1970
) STRICT;
CREATE INDEX decisions_decision_place ON decisions_decision (place, position);
CREATE UNIQUE INDEX decisions_decision_meeting ON decisions_decision (meeting, number);

-- What each decision does and asks, in the order of its text.
CREATE TABLE decisions_ask (
    decision INTEGER NOT NULL, -- position
    place    INTEGER NOT NULL, -- from 0
    verb     TEXT    NOT NULL, -- of the closed list
    rule     TEXT,             -- when it is due, as a rule
    due_on   TEXT,             -- the day that the rule gives without any other meeting
    PRIMARY KEY (decision, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX decisions_ask_verb ON decisions_ask (verb, decision);
CREATE INDEX decisions_ask_due ON decisions_ask (due_on, decision) WHERE due_on IS NOT NULL;

-- Whom each decision speaks to.
CREATE TABLE decisions_addressee (
    addressee TEXT    NOT NULL, -- code of a State, members, or a body's name
    decision  INTEGER NOT NULL, -- position
    PRIMARY KEY (addressee, decision)
) STRICT, WITHOUT ROWID;

-- The words of each decision's texts, folded, for looking up.
CREATE TABLE decisions_word (
    word     TEXT    NOT NULL,
    decision INTEGER NOT NULL, -- position
    PRIMARY KEY (word, decision)
) STRICT, WITHOUT ROWID;

-- Links between decisions, and to meetings.
CREATE TABLE decisions_link (
    decision TEXT NOT NULL, -- symbol of the one that has it
    kind     TEXT NOT NULL, -- amends, implements, supersedes, refers_to, shares_meeting, discussed_at
    other    TEXT NOT NULL, -- symbol of what it leads to
    PRIMARY KEY (decision, kind, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX decisions_link_other ON decisions_link (other, kind);

-- What came later: notes, corrections, links, events that a deadline counts from.
CREATE TABLE decisions_later (
    position INTEGER PRIMARY KEY, -- of its entry
    decision TEXT    NOT NULL,    -- symbol
    kind     TEXT    NOT NULL,    -- noted, corrected, linked, happened
    day      TEXT,                -- day that it speaks of
    what     TEXT    NOT NULL,    -- the note, the event in the words of the rule, the symbol of a link, the corrected text
    detail   TEXT    NOT NULL,    -- the source, the reason, the kind of link; empty where nothing was said
    language TEXT,                -- of a corrected text: en, es
    at_us    INTEGER NOT NULL     -- when it was recorded, microseconds since 1970
) STRICT;
CREATE INDEX decisions_later_decision ON decisions_later (decision, position);

-- Texts that were read into drafts.
CREATE TABLE decisions_set (
    id        TEXT    PRIMARY KEY, -- UUID
    meeting   TEXT    NOT NULL,    -- symbol of the meeting that adopted the text
    name      TEXT    NOT NULL,    -- of the file; empty for a text that was pasted
    discarded INTEGER NOT NULL,    -- 1 once it was thrown away
    warnings  BLOB    NOT NULL,    -- what a person should know of the reading, as the entry has it
    others    BLOB    NOT NULL,    -- paragraphs that belong to no draft, as the entry has them
    at_us     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX decisions_set_at ON decisions_set (at_us);

-- The drafts of each, as they stand now.
CREATE TABLE decisions_draft (
    import   TEXT    NOT NULL, -- of the set
    place    INTEGER NOT NULL, -- from 1, in the order of the text
    number   INTEGER NOT NULL, -- of the decision
    standing TEXT    NOT NULL, -- open, confirmed, dropped, adopted
    revision INTEGER NOT NULL, -- from 1
    content  BLOB    NOT NULL, -- what it says now
    source   BLOB    NOT NULL, -- the paragraphs it was read from, and what the proposals rest on
    PRIMARY KEY (import, place)
) STRICT, WITHOUT ROWID;

-- What each draft said before.
CREATE TABLE decisions_revision (
    import   TEXT    NOT NULL,
    place    INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    standing TEXT    NOT NULL,
    content  BLOB    NOT NULL,
    PRIMARY KEY (import, place, revision)
) STRICT, WITHOUT ROWID;
