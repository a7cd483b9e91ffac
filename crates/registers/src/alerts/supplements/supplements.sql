
CREATE TABLE alerts_supplement ( -- what a State whose officer confirmed a match asks of the alert's owner
    position INTEGER PRIMARY KEY, -- of the entry in the journal
    alert    BLOB NOT NULL,
    state    TEXT NOT NULL,       -- who asks, and whose rule destroys it
    met_at   INTEGER NOT NULL,    -- position of the confirmed outcome on which it rests
    kind     TEXT NOT NULL,
    hours    INTEGER NOT NULL,    -- within which an answer is due
    note     BLOB NOT NULL,       -- in words, where the list does not say it, closed under a key; no list of requests reads it
    asked_us INTEGER NOT NULL     -- microseconds since 1970
) STRICT;
CREATE INDEX alerts_supplement_alert ON alerts_supplement (alert, state);

CREATE TABLE alerts_supplement_reply ( -- what the owner has said to it
    position INTEGER PRIMARY KEY, -- of the entry in the journal
    asked_at INTEGER NOT NULL,    -- position of the question
    alert    BLOB NOT NULL,
    state    TEXT NOT NULL,       -- who said it, and whose rule destroys it
    reply    TEXT NOT NULL,       -- acknowledged, partial, answered, refused
    ground   TEXT,                -- of a refusal
    note     BLOB NOT NULL,       -- what it says, closed under a key; no list of requests reads it
    said_us  INTEGER NOT NULL     -- microseconds since 1970
) STRICT;
CREATE INDEX alerts_supplement_reply_asked ON alerts_supplement_reply (asked_at, position);
CREATE INDEX alerts_supplement_reply_alert ON alerts_supplement_reply (alert);
