-- Comment rounds, as they stand by what the journal proves.
CREATE TABLE comments_round (
    position     INTEGER PRIMARY KEY, -- of the entry that invites
    symbol       TEXT    NOT NULL UNIQUE,
    title_en     TEXT    NOT NULL,
    title_es     TEXT    NOT NULL,
    state        TEXT    NOT NULL,    -- party for which it was convened
    person       BLOB    NOT NULL,    -- who convened it
    opened_at_us INTEGER NOT NULL,    -- microseconds since 1970
    invitation   BLOB    NOT NULL,    -- the entry's bytes: text, who is asked, deadline
    members_only INTEGER NOT NULL,    -- 1 where no observer is welcome
    closed       INTEGER NOT NULL,    -- 1 once the last deadline has passed
    ends_us      INTEGER NOT NULL,    -- the last deadline of anybody, with extensions
    next_us      INTEGER NOT NULL,    -- the last instant before time alone changes something; the end of time where nothing will
    order_us     INTEGER NOT NULL,    -- in lists: open ones by their deadline, then ended ones, the latest first
    answered     INTEGER NOT NULL,    -- of those who were asked
    asked        INTEGER NOT NULL,
    wishes       INTEGER NOT NULL,    -- for more time, that nobody has answered
    unreplied    INTEGER NOT NULL     -- comments that stand and were not answered
) STRICT;
CREATE INDEX comments_round_order ON comments_round (closed, order_us, position);
CREATE INDEX comments_round_next ON comments_round (next_us);
CREATE INDEX comments_round_unreplied ON comments_round (closed, unreplied) WHERE unreplied > 0;

-- What was said in each round and what happened to it, one row an entry.
CREATE TABLE comments_act (
    position INTEGER PRIMARY KEY, -- of the entry
    round    INTEGER NOT NULL,    -- position of the invitation
    kind     TEXT    NOT NULL,
    state    TEXT    NOT NULL,    -- in whose series
    person   BLOB    NOT NULL,    -- who said so; nil for the server
    at_us    INTEGER NOT NULL,    -- what the clock showed, microseconds since 1970
    act      BLOB    NOT NULL     -- the entry's bytes
) STRICT;
CREATE INDEX comments_act_round ON comments_act (round, position);

-- Who is asked or welcome in each round, and whether they have answered.
CREATE TABLE comments_party (
    round       INTEGER NOT NULL,
    party       TEXT    NOT NULL,
    asked       INTEGER NOT NULL, -- 1 for whoever is asked, 0 for whoever is welcome
    answered    INTEGER NOT NULL, -- 1 once it commented or said that it has no comments
    deadline_us INTEGER NOT NULL, -- its own, with its extension
    convenes    INTEGER NOT NULL, -- 1 where it presided as the round was convened
    PRIMARY KEY (party, round)
) STRICT, WITHOUT ROWID;
CREATE INDEX comments_party_convenes ON comments_party (party, round) WHERE convenes = 1;
CREATE INDEX comments_party_due ON comments_party (party, deadline_us) WHERE asked = 1 AND answered = 0;
