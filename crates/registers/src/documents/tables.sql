-- What all entries about alerts together mean today. No column speaks of a person who carried a document.

CREATE TABLE alert ( -- one alert, as its latest version stands
    alert             BLOB PRIMARY KEY, -- id
    reference         TEXT NOT NULL UNIQUE, -- as RCM-2026-0041
    year              INTEGER NOT NULL, -- of the first submission
    number            INTEGER NOT NULL, -- within the year, over all States
    owner             TEXT NOT NULL,    -- the reporting State
    standing          TEXT NOT NULL,    -- submitted, returned, confirmed, published, superseded, withdrawn, retracted
    version           INTEGER NOT NULL, -- latest version, from 1
    published_version INTEGER,          -- the version members see; none before the first publication
    submitted_us      INTEGER NOT NULL, -- first submission, microseconds since 1970
    touched           INTEGER NOT NULL, -- position of the last entry about it, by which lists of work are sorted
    review_on         TEXT,             -- day from which a review is due; none before publication
    expires_on        TEXT NOT NULL,    -- day from which it no longer exists
    superseded_by     BLOB,             -- alert; may have expired since
    withdrawn_for     TEXT,             -- reason code
    UNIQUE (year, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX alert_standing ON alert (standing, touched);
CREATE INDEX alert_expiry ON alert (expires_on);

CREATE TABLE alert_version ( -- what was said, version by version
    alert        BLOB NOT NULL REFERENCES alert (alert),
    version      INTEGER NOT NULL,
    author       BLOB NOT NULL,    -- the officer who wrote it, so that nobody confirms their own words
    at_us        INTEGER NOT NULL, -- microseconds since 1970
    hash         BLOB NOT NULL,    -- what a confirmation is bound to
    body         BLOB NOT NULL,    -- AlertText in CBOR
    confirmed_by TEXT,             -- the State whose expert confirmed it
    confirmed_us INTEGER,
    published_us INTEGER,
    -- With rows of their own, not in the key's tree: there a body of a thousand bytes would spill, and cost a read of its own.
    PRIMARY KEY (alert, version)
) STRICT;

CREATE TABLE alert_event ( -- every entry about an alert: its timeline, and what an expiry destroys
    position INTEGER PRIMARY KEY, -- of the entry in the journal
    alert    BLOB NOT NULL,       -- may have expired while another State's entries wait to be destroyed
    state    TEXT NOT NULL,       -- whose entry
    kind     TEXT NOT NULL,       -- the entry's kind
    at_us    INTEGER NOT NULL,    -- microseconds since 1970
    version  INTEGER,             -- the version it speaks of
    said     TEXT                 -- question, answer, or a code
) STRICT;
CREATE INDEX alert_event_alert ON alert_event (alert, position);

CREATE TABLE alert_listed ( -- what members find in lists: the published version of each alert, in force or no longer
    position INTEGER PRIMARY KEY,     -- of the entry that published it: newest first
    alert    BLOB NOT NULL UNIQUE REFERENCES alert (alert),
    issuer   TEXT NOT NULL,           -- State whose document it is
    kind     INTEGER NOT NULL,        -- kind of document
    class    TEXT NOT NULL,           -- class of fraud
    in_force INTEGER NOT NULL CHECK (in_force IN (0, 1)),
    words    TEXT NOT NULL            -- pattern, places and points in small letters without accents, for searching
) STRICT;
CREATE INDEX alert_listed_issuer ON alert_listed (issuer, kind, position);

CREATE TABLE alert_in_force ( -- what a check asks: one row an alert in force
    issuer     TEXT NOT NULL,
    kind       INTEGER NOT NULL,
    length     INTEGER NOT NULL, -- characters of the pattern; 0 for an alert without one
    prefix     TEXT NOT NULL,    -- exact characters the pattern begins with, up to 4
    newest     INTEGER NOT NULL, -- position of the publishing entry, negative: the newest sorts first
    pattern    TEXT NOT NULL,    -- empty for an alert without one
    alert      BLOB NOT NULL UNIQUE REFERENCES alert (alert),
    version    INTEGER NOT NULL,
    expires_on TEXT NOT NULL,
    PRIMARY KEY (issuer, kind, length, prefix, newest)
) STRICT, WITHOUT ROWID;

CREATE TABLE alert_remainder ( -- other States' words about an alert that has expired, still to be destroyed
    alert BLOB NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (alert, state)
) STRICT, WITHOUT ROWID;
