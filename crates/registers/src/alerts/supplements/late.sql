
CREATE TABLE alerts_supplement_late ( -- that an answer was overdue, and that the oversight of both States was told of it, once
    position INTEGER PRIMARY KEY, -- of the entry in the journal
    asked_at INTEGER NOT NULL UNIQUE, -- position of the question
    alert    BLOB NOT NULL,
    state    TEXT NOT NULL,       -- who owed it, and whose rule destroys it
    at_us    INTEGER NOT NULL     -- microseconds since 1970
) STRICT;
CREATE INDEX alerts_supplement_late_alert ON alerts_supplement_late (alert);
