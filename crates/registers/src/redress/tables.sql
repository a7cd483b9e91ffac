-- What all entries about cases of redress together mean today.

CREATE TABLE redress_case ( -- what somebody asked a State about data on themselves; nothing about the person
    petition    BLOB PRIMARY KEY,     -- id
    reference   TEXT NOT NULL UNIQUE, -- as RCM-R-2026-0007
    year        INTEGER NOT NULL,     -- of its opening
    number      INTEGER NOT NULL,     -- within the year, over all States
    state       TEXT NOT NULL,        -- at which it was lodged
    kind        TEXT NOT NULL,        -- access, correction, deletion
    asker       TEXT NOT NULL,        -- themselves, representative
    tongue      TEXT NOT NULL,        -- language of the answer
    lodged_on   TEXT NOT NULL,        -- day on which it was asked
    due_on      TEXT NOT NULL,        -- last day of the answer
    outcome     TEXT,                 -- granted, partly, refused; none before the answer
    ground      TEXT,                 -- why not all of it
    answered_on TEXT,                 -- day of the answer
    referred_on TEXT,                 -- day on which it was put before the panel
    alert       BLOB,                 -- the alert that a member of the panel named
    decided_on  TEXT,                 -- day of the panel's last decision
    UNIQUE (year, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX redress_case_state ON redress_case (state, reference);
CREATE INDEX redress_case_referred ON redress_case (referred_on);

CREATE TABLE redress_sealed ( -- who asks, in their words, and how they are reached: no list reads it
    petition BLOB PRIMARY KEY,
    asked    BLOB NOT NULL, -- what they ask, closed under a key
    contact  BLOB NOT NULL, -- who they are and how they are reached, closed under a key
    remedy   BLOB           -- where they were told that they can turn to, closed under a key; none before the answer
) STRICT, WITHOUT ROWID;

CREATE TABLE redress_proposal ( -- what a member of the panel proposes, until another decides
    position INTEGER PRIMARY KEY, -- of the entry in the journal
    petition BLOB NOT NULL,
    state    TEXT NOT NULL,       -- the member's
    person   BLOB NOT NULL,       -- who proposed it, so that somebody else decides
    ruling   TEXT NOT NULL,       -- keep, correct, delete
    ground   TEXT NOT NULL,
    decided  INTEGER NOT NULL DEFAULT 0 CHECK (decided IN (0, 1))
) STRICT;
CREATE INDEX redress_proposal_petition ON redress_proposal (petition, position);

CREATE TABLE redress_decision ( -- what the panel decided, published: nobody can be found from it
    year     INTEGER NOT NULL,
    number   INTEGER NOT NULL, -- within the year
    month    INTEGER NOT NULL,
    sort     TEXT NOT NULL,    -- protective, witness, accusing
    ruling   TEXT NOT NULL,    -- keep, correct, delete
    ground   TEXT NOT NULL,
    PRIMARY KEY (year, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE redress_said ( -- every entry about a case but decisions: what is destroyed with it
    position INTEGER PRIMARY KEY, -- of the entry in the journal
    petition BLOB NOT NULL,
    state    TEXT NOT NULL        -- whose rule destroys it
) STRICT;
CREATE INDEX redress_said_petition ON redress_said (petition, position);

CREATE TABLE redress_past ( -- what stays of a case whose words are destroyed
    petition BLOB PRIMARY KEY,
    year     INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    kind     TEXT NOT NULL, -- access, correction, deletion
    outcome  TEXT NOT NULL  -- granted, partly, refused
) STRICT, WITHOUT ROWID;
CREATE INDEX redress_past_year ON redress_past (year, number);
