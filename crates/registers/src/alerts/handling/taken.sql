
CREATE TABLE alerts_permission_end ( -- that the State of an alert took back what it had permitted another in spite of a code
    position INTEGER PRIMARY KEY, -- of the entry in the journal: permissions before it hold no longer
    alert    BLOB NOT NULL,
    state    TEXT NOT NULL,       -- the alert's, whose rule destroys it
    person   BLOB NOT NULL,       -- who took it back
    code     TEXT NOT NULL,       -- H1, H2, H3
    receiver TEXT NOT NULL,       -- the State that may no longer
    at_us    INTEGER NOT NULL     -- microseconds since 1970
) STRICT;
CREATE INDEX alerts_permission_end_alert ON alerts_permission_end (alert, code, receiver, position);
