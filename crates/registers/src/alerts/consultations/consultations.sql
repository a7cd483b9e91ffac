
CREATE TABLE alerts_consultation ( -- alerts that are held, each beside another State's with which it does not go together
    position   INTEGER PRIMARY KEY, -- of the entry in the journal
    held       BLOB NOT NULL,       -- the later alert, which nobody finds meanwhile
    standing   BLOB NOT NULL,       -- the other State's, which stood first
    state      TEXT NOT NULL,       -- whose the held one is, and whose rule destroys it
    answer_by  TEXT NOT NULL,       -- day from which the other State's silence counts
    held_first INTEGER NOT NULL CHECK (held_first IN (0, 1)), -- whether silence lets the held one stand
    at_us      INTEGER NOT NULL,    -- microseconds since 1970
    UNIQUE (held, standing)
) STRICT;
CREATE INDEX alerts_consultation_standing ON alerts_consultation (standing);

CREATE TABLE alerts_consultation_word ( -- what the two States say to each other
    position INTEGER PRIMARY KEY, -- of the entry in the journal
    held     BLOB NOT NULL,
    standing BLOB NOT NULL,
    state    TEXT NOT NULL,       -- who says it, and whose rule destroys it
    agrees   INTEGER NOT NULL CHECK (agrees IN (0, 1)), -- 1: both stand
    said     BLOB,                -- closed under a key; none of an agreement
    at_us    INTEGER NOT NULL     -- microseconds since 1970
) STRICT;
CREATE INDEX alerts_consultation_word_held ON alerts_consultation_word (held, standing);
CREATE INDEX alerts_consultation_word_standing ON alerts_consultation_word (standing);
