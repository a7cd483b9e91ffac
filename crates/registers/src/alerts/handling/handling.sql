
CREATE TABLE alerts_handling ( -- what may not be done with what a version of an alert says; no row where nothing is restricted
    alert       BLOB NOT NULL REFERENCES alerts_alert (alert),
    version     INTEGER NOT NULL,
    body        BLOB NOT NULL, -- Handling in CBOR: codes, and what H3 restricts
    PRIMARY KEY (alert, version)
) STRICT;

CREATE TABLE alerts_permission ( -- what the State of an alert permits another in spite of a code
    position INTEGER PRIMARY KEY, -- of the entry in the journal
    alert    BLOB NOT NULL,
    state    TEXT NOT NULL,       -- the alert's, whose rule destroys it
    person   BLOB NOT NULL,       -- who permits it
    code     TEXT NOT NULL,       -- H1, H2, H3
    receiver TEXT NOT NULL,       -- the State that may
    what     BLOB NOT NULL,       -- for what, closed under a key
    until    TEXT NOT NULL,       -- the last day
    at_us    INTEGER NOT NULL     -- microseconds since 1970
) STRICT;
CREATE INDEX alerts_permission_alert ON alerts_permission (alert, position);
