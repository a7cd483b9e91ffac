
CREATE TABLE alerts_block ( -- alerts that the panel has taken out of every search until it decides
    position  INTEGER PRIMARY KEY, -- of the entry in the journal
    alert     BLOB NOT NULL,
    petition  BLOB NOT NULL,       -- the case for which it did
    state     TEXT NOT NULL,       -- whose member of the panel did, and whose rule destroys it
    at_us     INTEGER NOT NULL,    -- microseconds since 1970
    lifted_at INTEGER,             -- position of the entry that brought it back
    lifted_by TEXT                 -- whose member of the panel did
) STRICT;
CREATE INDEX alerts_block_alert ON alerts_block (alert);

CREATE TABLE alerts_ruling ( -- what the panel has decided about an alert
    position INTEGER PRIMARY KEY, -- of the entry in the journal
    alert    BLOB NOT NULL,
    state    TEXT NOT NULL,       -- whose member of the panel said it, and whose rule destroys it
    ruling   TEXT NOT NULL,       -- keep, correct, delete
    at_us    INTEGER NOT NULL     -- microseconds since 1970
) STRICT;
CREATE INDEX alerts_ruling_alert ON alerts_ruling (alert, position);
