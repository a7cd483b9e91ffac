-- No-objection rounds, as they stand by what the journal proves.
CREATE TABLE silence_round (
    position    INTEGER PRIMARY KEY, -- of the entry that opened it
    symbol      TEXT    NOT NULL UNIQUE, -- with its revision
    title_en    TEXT    NOT NULL,
    title_es    TEXT    NOT NULL,
    state       TEXT    NOT NULL,    -- State that presided and opened it
    person      BLOB    NOT NULL,    -- who did so for it
    opened_at_us INTEGER NOT NULL,   -- microseconds since 1970
    opening     BLOB    NOT NULL,    -- the entry's bytes: text, electorate, rules, all frozen
    follows     INTEGER,             -- position of the round that this one puts again
    outcome     TEXT    NOT NULL,    -- open, broken, adopted, lapsed
    settled     INTEGER NOT NULL,    -- 1 where nothing changes the outcome any more
    deadline_us INTEGER NOT NULL,    -- in force, with its extension
    next_us     INTEGER NOT NULL,    -- the last instant before time alone changes something
    order_us    INTEGER NOT NULL,    -- in lists: open ones by their deadline, then ended ones, the latest first
    spoken      INTEGER NOT NULL,    -- States that hold a position
    electors    INTEGER NOT NULL,    -- States that are asked
    asking      INTEGER NOT NULL     -- wishes for more time that the presidency has not answered
) STRICT;
CREATE INDEX silence_round_order ON silence_round (settled, order_us, position);
CREATE UNIQUE INDEX silence_round_follows ON silence_round (follows) WHERE follows IS NOT NULL;

-- What was said in each round and what happened to it, one row an entry.
CREATE TABLE silence_act (
    position  INTEGER PRIMARY KEY, -- of the entry
    round     INTEGER NOT NULL,    -- position of the opening
    kind      TEXT    NOT NULL,
    state     TEXT    NOT NULL,    -- in whose series
    person    BLOB    NOT NULL,    -- who said so; nil for the server
    at_us     INTEGER NOT NULL,    -- what the clock showed, microseconds since 1970
    act       BLOB    NOT NULL     -- the entry's bytes
) STRICT;
CREATE INDEX silence_act_round ON silence_act (round, position);

-- Who is asked or may comment in each round, and how far the text has come to them.
CREATE TABLE silence_party (
    round   INTEGER NOT NULL,
    party   TEXT    NOT NULL,
    elector INTEGER NOT NULL, -- 1 for a State that is asked, 0 for an observer
    presides INTEGER NOT NULL, -- 1 for a State that presides over it
    reached INTEGER NOT NULL, -- 0: not yet, 1: delivered, 2: read
    stance  TEXT    NOT NULL, -- what a State holds; empty while it is silent
    PRIMARY KEY (party, round)
) STRICT, WITHOUT ROWID;
