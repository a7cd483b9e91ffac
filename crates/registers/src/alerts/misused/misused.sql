
CREATE TABLE alerts_misused ( -- holders of an identity that an alert's person misuses: what clears them at a check, and nothing else
    position     INTEGER PRIMARY KEY, -- of the entry in the journal
    alert        BLOB NOT NULL,
    state        TEXT NOT NULL,       -- the alert's, whose rule destroys it
    person       BLOB NOT NULL,       -- who entered it, so that somebody else confirms
    issuer       TEXT NOT NULL,       -- the State that issued the holder's document
    kind         TEXT NOT NULL,       -- what sort of document it is
    document     BLOB NOT NULL,       -- keyed hash of its State, kind and number
    born_at      BLOB NOT NULL,       -- place of birth, closed under a key; may be empty
    consented_on TEXT NOT NULL,       -- day of the written consent
    kept_at      BLOB NOT NULL,       -- where that paper is kept, closed under a key
    taken_by     BLOB NOT NULL,       -- the office that took it, closed under a key
    entered_us   INTEGER NOT NULL,    -- microseconds since 1970
    confirmed_at INTEGER,             -- position of the second person's entry; none before
    confirmed_us INTEGER              -- microseconds since 1970
) STRICT;
CREATE INDEX alerts_misused_alert ON alerts_misused (alert);
CREATE INDEX alerts_misused_document ON alerts_misused (document, alert);
