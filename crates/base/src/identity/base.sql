-- People, sessions and tokens: ground outside the journal, because they are nobody's word to the conference.

CREATE TABLE key_check ( -- tells the folder's keys from those of another folder
    key   TEXT PRIMARY KEY, -- name of the key's file
    value TEXT NOT NULL     -- keyed hash of a constant, or the public key; hexadecimal
) STRICT;

CREATE TABLE upkeep ( -- what was last done for the machine itself
    what   TEXT PRIMARY KEY CHECK (what IN ('backup', 'verification')),
    at_us  INTEGER NOT NULL, -- microseconds since 1970
    person BLOB NOT NULL REFERENCES person (id),
    sound  INTEGER NOT NULL, -- 0: damage was found
    found  TEXT NOT NULL     -- JSON: counts, or what is damaged; no personal data
) STRICT;

CREATE TABLE process ( -- the process this secretariat serves: one row
    code    TEXT PRIMARY KEY,
    name_en TEXT NOT NULL,
    name_es TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    zone    TEXT NOT NULL, -- IANA zone of the secretariat's seat
    chairs  INTEGER NOT NULL CHECK (chairs > 0) -- how many preside together
) STRICT;

CREATE TABLE party ( -- a State or organisation of the process
    code       TEXT PRIMARY KEY, -- three letters
    kind       TEXT NOT NULL CHECK (kind IN ('member', 'observer', 'secretariat')),
    name_en    TEXT NOT NULL,
    name_es    TEXT NOT NULL,
    name_fr    TEXT NOT NULL,
    contact    TEXT NOT NULL,    -- whom another State calls about a report; invented in demonstrations
    valid_from TEXT NOT NULL,    -- first day, at the seat
    valid_to   TEXT              -- day after the last; none while it lasts
) STRICT;

CREATE TABLE institution (
    id    BLOB PRIMARY KEY,
    party TEXT NOT NULL REFERENCES party (code),
    name  TEXT NOT NULL,
    UNIQUE (party, name)
) STRICT;

CREATE TABLE post ( -- where people work: a border point, a consulate, an office
    id          BLOB PRIMARY KEY,
    institution BLOB NOT NULL REFERENCES institution (id),
    name        TEXT NOT NULL,
    zone        TEXT NOT NULL, -- IANA zone
    UNIQUE (institution, name)
) STRICT;

CREATE TABLE role (
    code    TEXT PRIMARY KEY,
    name_en TEXT NOT NULL,
    name_es TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    kinds   TEXT NOT NULL, -- party kinds whose people may hold it, with commas
    writes  INTEGER NOT NULL CHECK (writes IN (0, 1)) -- 1: a second factor is mandatory
) STRICT;

CREATE TABLE role_purpose (
    role    TEXT NOT NULL REFERENCES role (code),
    purpose TEXT NOT NULL,
    PRIMARY KEY (role, purpose)
) STRICT;

CREATE TABLE person (
    id            BLOB PRIMARY KEY,
    user_name     TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    party         TEXT NOT NULL REFERENCES party (code),
    institution   BLOB REFERENCES institution (id),
    post          BLOB REFERENCES post (id),
    language      TEXT,
    zone          TEXT,             -- their own; else the post's, else the seat's
    password_hash TEXT NOT NULL,    -- Argon2id, PHC string; empty until the first is set
    must_change   INTEGER NOT NULL, -- 1: the password was set by somebody else
    totp_secret   BLOB,             -- sealed with the secrets key; none until enrolled
    totp_step     INTEGER,          -- last time step accepted, so that no code serves twice
    active        INTEGER NOT NULL, -- 0 while suspended
    version       INTEGER NOT NULL, -- rises with every change that a decision may rest on
    enrolled_us   INTEGER NOT NULL, -- microseconds since 1970
    enrolled_by   BLOB              -- person; none for the first of a folder
) STRICT;

CREATE TABLE person_role (
    person BLOB NOT NULL REFERENCES person (id),
    role   TEXT NOT NULL REFERENCES role (code),
    PRIMARY KEY (person, role)
) STRICT;

CREATE TABLE session (
    id            BLOB PRIMARY KEY,
    token_hash    BLOB NOT NULL UNIQUE, -- SHA-256 of the cookie's secret
    csrf          TEXT NOT NULL,
    person        BLOB NOT NULL REFERENCES person (id),
    second_factor INTEGER NOT NULL,
    purpose       TEXT,
    started_us    INTEGER NOT NULL,
    seen_us       INTEGER NOT NULL
) STRICT;
CREATE INDEX session_person ON session (person);

CREATE TABLE token ( -- for machines
    id            BLOB PRIMARY KEY,
    token_hash    BLOB NOT NULL UNIQUE, -- SHA-256 of the secret
    name          TEXT NOT NULL,        -- what the person calls it
    person        BLOB NOT NULL REFERENCES person (id),
    purpose       TEXT NOT NULL,        -- purposes it may be used for, with commas
    second_factor INTEGER NOT NULL,     -- 1: a one-time code was given when it was made
    made_us       INTEGER NOT NULL,
    ends_us       INTEGER NOT NULL
) STRICT;
CREATE INDEX token_person ON token (person);

CREATE TABLE pending_sign_in ( -- after the password and before the session; opens nothing but the next step
    token_hash    BLOB PRIMARY KEY, -- SHA-256 of the cookie's secret
    csrf          TEXT NOT NULL,
    person        BLOB NOT NULL REFERENCES person (id),
    second_factor INTEGER NOT NULL, -- 1 once a code was right
    failures      INTEGER NOT NULL, -- wrong codes so far
    next          TEXT NOT NULL,    -- local path to go to afterwards
    ends_us       INTEGER NOT NULL
) STRICT;
CREATE INDEX pending_sign_in_person ON pending_sign_in (person);

CREATE TABLE totp_offer ( -- a one-time-code secret that has been shown and whose first code is awaited
    shown_to BLOB PRIMARY KEY, -- a pending sign-in's token_hash, or a session's id: nobody else's first code confirms it
    person   BLOB NOT NULL REFERENCES person (id),
    secret   BLOB NOT NULL,    -- sealed as in person.totp_secret
    ends_us  INTEGER NOT NULL
) STRICT;

CREATE TABLE failed_sign_in ( -- throttling by name, also of names that nobody has
    name_hash     BLOB PRIMARY KEY, -- keyed hash of the name typed, for a password also with its network: people type passwords into the wrong field
    failures      INTEGER NOT NULL,
    wait_until_us INTEGER NOT NULL, -- no attempt is taken before
    forget_us     INTEGER NOT NULL
) STRICT;
