
CREATE TABLE alerts_claim ( -- that whom an alert is about has asked a State for protection; nothing of why
    position      INTEGER PRIMARY KEY, -- of the entry in the journal
    alert         BLOB NOT NULL,
    state         TEXT NOT NULL,       -- whose officer heard it, and whose officers alone it binds
    person        BLOB NOT NULL,       -- the officer
    against       TEXT,                -- the State that the person may flee from; none where they did not say. No page shows it
    recorded_us   INTEGER NOT NULL,    -- microseconds since 1970
    referred_to   TEXT,                -- to whom the person was brought; none while that is owed
    referred_us   INTEGER,             -- microseconds since 1970
    ending        TEXT,                -- why somebody asks that it shield no longer
    ending_by     BLOB,                -- who asks, so that somebody else decides
    ended_at      INTEGER              -- position of the second person's entry; none before
) STRICT;
CREATE INDEX alerts_claim_alert ON alerts_claim (alert, state);
CREATE INDEX alerts_claim_state ON alerts_claim (state, position);

CREATE TABLE alerts_claim_said ( -- every entry about a claim, by which its words are destroyed
    position INTEGER PRIMARY KEY, -- of the entry in the journal
    alert    BLOB NOT NULL,
    state    TEXT NOT NULL        -- who said it, and whose rule destroys it
) STRICT;
CREATE INDEX alerts_claim_said_alert ON alerts_claim_said (alert);

CREATE TABLE alerts_veiled ( -- outcomes of matches that the alert's owner is never told, because of a claim that stood when they were said
    position INTEGER PRIMARY KEY -- of the outcome's entry in the journal
) STRICT;
