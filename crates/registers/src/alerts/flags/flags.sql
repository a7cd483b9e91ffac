
CREATE TABLE alerts_flag ( -- a State's word that its officers do not act on another State's alert as it asks
    position INTEGER PRIMARY KEY, -- of the entry in the journal by which it was asked for
    alert    BLOB NOT NULL,
    state    TEXT NOT NULL,       -- whose officers see something else, or nothing
    person   BLOB NOT NULL,       -- who asked for it, so that somebody else decides
    reason   TEXT NOT NULL,
    instead  TEXT NOT NULL,       -- what its officers see: an action, or nothing
    asked_us INTEGER NOT NULL,    -- microseconds since 1970
    set_at   INTEGER,             -- position of the second person's entry; none before
    set_us   INTEGER,             -- microseconds since 1970
    lifted_at INTEGER             -- position of the entry that ended it
) STRICT;
CREATE INDEX alerts_flag_alert ON alerts_flag (alert, state);
CREATE INDEX alerts_flag_state ON alerts_flag (state, position);
