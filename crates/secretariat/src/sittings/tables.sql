-- Items of agendas, as they stand now. One that was dropped stays without a place: statements and history speak of it.
CREATE TABLE sittings_item (
    meeting       TEXT    NOT NULL, -- symbol
    item          INTEGER NOT NULL, -- which one for good, from 1
    place         INTEGER,          -- where on the agenda it stands, from 1; none where it was dropped
    title_en      TEXT    NOT NULL, -- empty where there is none
    title_es      TEXT    NOT NULL, -- empty where there is none
    title_fr      TEXT    NOT NULL, -- empty where there is none
    members_only  INTEGER NOT NULL, -- 1 where observers do not see it
    observer_slot INTEGER NOT NULL, -- 1 where observers and networks may speak to it
    changed_by    INTEGER NOT NULL, -- position of the last entry that said something of it
    PRIMARY KEY (meeting, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE sittings_paper (
    meeting TEXT    NOT NULL,
    item    INTEGER NOT NULL,
    turn    INTEGER NOT NULL, -- from 1, in the order of the item
    paper   TEXT    NOT NULL, -- symbol of the document
    PRIMARY KEY (meeting, item, turn)
) STRICT, WITHOUT ROWID;

-- What was said of each agenda, one row an entry.
CREATE TABLE sittings_change (
    position INTEGER PRIMARY KEY, -- of the entry
    meeting  TEXT    NOT NULL,
    kind     TEXT    NOT NULL,    -- placed, changed, dropped, ordered
    item     INTEGER,             -- which item; none where the order was changed
    title_en TEXT    NOT NULL,    -- of the item, as it was before
    title_es TEXT    NOT NULL,
    title_fr TEXT    NOT NULL,
    kept     INTEGER NOT NULL,    -- 1 where the item was kept for members before or after, or was later, or only such were moved
    items    TEXT    NOT NULL,    -- all items in their new order, with blanks between; empty where the order stayed
    note     TEXT    NOT NULL,    -- why, in the secretariat's words; empty where nothing was said
    at_us    INTEGER NOT NULL     -- when it was recorded, microseconds since 1970
) STRICT;
CREATE INDEX sittings_change_meeting ON sittings_change (meeting, position);

-- Who was at a meeting, as last recorded.
CREATE TABLE sittings_presence (
    meeting TEXT    NOT NULL,
    party   TEXT    NOT NULL,
    class   TEXT    NOT NULL, -- what it was to the conference then
    present INTEGER NOT NULL, -- 1 where it was there
    head    TEXT    NOT NULL, -- what the head of its delegation is, a code; empty where nobody said so
    at_us   INTEGER NOT NULL,
    PRIMARY KEY (meeting, party)
) STRICT, WITHOUT ROWID;

CREATE TABLE sittings_statement (
    meeting  TEXT    NOT NULL,
    place    INTEGER NOT NULL, -- from 1, in the order handed in
    party    TEXT    NOT NULL, -- whose it is
    class    TEXT    NOT NULL, -- what that party was to the conference then
    item     INTEGER,          -- the item it speaks to; none where to the meeting as a whole
    original TEXT    NOT NULL, -- language in which it was written
    text_en  TEXT    NOT NULL, -- empty where there is none
    text_es  TEXT    NOT NULL, -- empty where there is none
    text_fr  TEXT    NOT NULL, -- empty where there is none
    brought  TEXT    NOT NULL, -- who handed it in: the party itself, or the secretariat for it
    at_us    INTEGER NOT NULL,
    PRIMARY KEY (meeting, place)
) STRICT, WITHOUT ROWID;

-- Answers to statements. None is ever overwritten.
CREATE TABLE sittings_answer (
    position INTEGER PRIMARY KEY, -- of the entry
    meeting  TEXT    NOT NULL,
    place    INTEGER NOT NULL,    -- of the statement
    state    TEXT    NOT NULL,    -- who answered: the State that presided, or the secretariat
    text_en  TEXT    NOT NULL,    -- empty where there is none
    text_es  TEXT    NOT NULL,    -- empty where there is none
    text_fr  TEXT    NOT NULL,    -- empty where there is none
    at_us    INTEGER NOT NULL
) STRICT;
CREATE INDEX sittings_answer_statement ON sittings_answer (meeting, place, position);
