
CREATE TABLE alerts_proposal ( -- what other States propose to the owner of an alert
    position INTEGER PRIMARY KEY, -- of the entry in the journal
    alert    BLOB NOT NULL,
    state    TEXT NOT NULL,       -- who proposes, and whose rule destroys it, once the alert is destroyed
    kind     TEXT NOT NULL,       -- correct, withdraw, identify, achieved
    said     BLOB NOT NULL,       -- why, or what, closed under a key
    ends     TEXT,                -- of an achieved purpose: day from which the alert is in force no longer
    was      TEXT,                -- the day until which it was in force before
    at_us    INTEGER NOT NULL     -- microseconds since 1970
) STRICT;
CREATE INDEX alerts_proposal_alert ON alerts_proposal (alert, position);
CREATE INDEX alerts_proposal_state ON alerts_proposal (state, position);

CREATE TABLE alerts_proposal_answer ( -- what the owner of an alert says to a proposal
    position    INTEGER PRIMARY KEY, -- of the entry in the journal
    alert       BLOB NOT NULL,
    proposed_at INTEGER NOT NULL UNIQUE, -- position of the proposal
    ground      TEXT,                -- why not; none where it is accepted
    at_us       INTEGER NOT NULL     -- microseconds since 1970
) STRICT;
CREATE INDEX alerts_proposal_answer_alert ON alerts_proposal_answer (alert);
