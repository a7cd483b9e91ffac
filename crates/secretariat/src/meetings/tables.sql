-- Meetings, as they stand now. Days are written as YYYY-MM-DD.
CREATE TABLE meetings_meeting (
    symbol           TEXT    PRIMARY KEY,
    series           TEXT    NOT NULL, -- short name of the body whose meetings are counted
    number           INTEGER NOT NULL, -- which of them
    title_en         TEXT    NOT NULL,
    title_es         TEXT    NOT NULL,
    parent           TEXT,             -- symbol of the meeting that this one belongs to
    members_only     INTEGER NOT NULL, -- 1 where observers do not see it
    standing         TEXT    NOT NULL, -- planned, moved, held, cancelled
    planned_first_on TEXT    NOT NULL, -- first day it was first called for; never changes
    planned_last_on  TEXT    NOT NULL, -- last day it was first called for; never changes
    host             TEXT    NOT NULL, -- State that receives it
    first_on         TEXT    NOT NULL, -- first day, as now known
    last_on          TEXT    NOT NULL, -- last day, as now known
    zone             TEXT    NOT NULL, -- of the place, by its IANA name
    place            TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX meetings_meeting_days ON meetings_meeting (first_on, symbol);
CREATE UNIQUE INDEX meetings_meeting_number ON meetings_meeting (series, number);
CREATE INDEX meetings_meeting_parent ON meetings_meeting (parent, first_on) WHERE parent IS NOT NULL;

-- What was said of each meeting, one row an entry.
CREATE TABLE meetings_change (
    position INTEGER PRIMARY KEY, -- of the entry
    symbol   TEXT    NOT NULL,
    standing TEXT    NOT NULL,    -- what the meeting became
    first_on TEXT,                -- first day that the entry names
    last_on  TEXT,                -- last day that it names
    place    TEXT,                -- place that it names
    note     TEXT    NOT NULL,    -- why, in the secretariat's words; empty where nothing was said
    at_us    INTEGER NOT NULL     -- when it was recorded, microseconds since 1970
) STRICT;
CREATE INDEX meetings_change_symbol ON meetings_change (symbol, position);

-- What a meeting was entered as before it was corrected, one row an entry; its days and city stand in the change before.
CREATE TABLE meetings_correction (
    position     INTEGER PRIMARY KEY, -- of the entry
    symbol       TEXT    NOT NULL,
    series       TEXT    NOT NULL,
    number       INTEGER NOT NULL,
    title_en     TEXT    NOT NULL,
    title_es     TEXT    NOT NULL,
    parent       TEXT,
    members_only INTEGER NOT NULL,
    host         TEXT    NOT NULL,
    zone         TEXT    NOT NULL
) STRICT;
