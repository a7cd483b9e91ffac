CREATE TABLE training_course (
    symbol       TEXT    PRIMARY KEY,
    title_en     TEXT    NOT NULL,
    title_es     TEXT    NOT NULL,
    title_fr     TEXT    NOT NULL, -- empty where there is none
    valid_months INTEGER NOT NULL, -- how long its certificates count
    pass         INTEGER NOT NULL, -- the least score afterwards, of 100
    position     INTEGER NOT NULL  -- of the entry
) STRICT, WITHOUT ROWID;
CREATE INDEX training_course_position ON training_course (position);

CREATE TABLE training_module (
    course   TEXT    NOT NULL,
    turn     INTEGER NOT NULL, -- from 1, in the order of the course
    title_en TEXT    NOT NULL,
    title_es TEXT    NOT NULL,
    title_fr TEXT    NOT NULL, -- empty where there is none
    partner  TEXT    NOT NULL, -- with whom it is given; empty where with nobody
    PRIMARY KEY (course, turn)
) STRICT, WITHOUT ROWID;

CREATE TABLE training_session (
    symbol     TEXT    PRIMARY KEY,
    course     TEXT    NOT NULL,
    decision   TEXT    NOT NULL, -- symbol of the decision that asks for it
    host       TEXT    NOT NULL, -- State that receives it
    place      TEXT    NOT NULL, -- city
    zone       TEXT    NOT NULL, -- IANA name
    first_on   TEXT    NOT NULL,
    last_on    TEXT    NOT NULL,
    closes_us  INTEGER NOT NULL, -- last instant for nominations, microseconds since 1970
    organisers TEXT    NOT NULL, -- codes of parties with blanks between
    position   INTEGER NOT NULL, -- of the entry
    at_us      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX training_session_first ON training_session (first_on, symbol);
CREATE INDEX training_session_closes ON training_session (closes_us, symbol);

CREATE TABLE training_seats (
    session TEXT    NOT NULL,
    state   TEXT    NOT NULL,
    seats   INTEGER NOT NULL,
    PRIMARY KEY (session, state)
) STRICT, WITHOUT ROWID;

-- Who was put forward by their State. The row goes with the entry: when it is taken back, or ninety days after it serves nothing.
CREATE TABLE training_nominee (
    nominee     TEXT    PRIMARY KEY, -- id
    session     TEXT    NOT NULL,
    state       TEXT    NOT NULL,    -- whose delegation put them forward
    name        TEXT    NOT NULL,
    folded      TEXT    NOT NULL,    -- the name without accents and capitals
    institution TEXT    NOT NULL,    -- kind of institution, a code of a closed list
    sex         TEXT    NOT NULL,    -- as the delegation said, a code of a closed list
    position    INTEGER NOT NULL,    -- of the entry: who comes first has the lower one
    at_us       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX training_nominee_session ON training_nominee (session, position);
CREATE INDEX training_nominee_name ON training_nominee (folded, state);

-- What was written down of somebody who came, as last said.
CREATE TABLE training_record (
    nominee TEXT    PRIMARY KEY,
    session TEXT    NOT NULL,
    days    TEXT    NOT NULL, -- days attended, with blanks between
    before  INTEGER,          -- score before, of 100; none where nobody was tested
    after   INTEGER,          -- score afterwards, of 100
    position INTEGER NOT NULL -- of the entry
) STRICT, WITHOUT ROWID;
CREATE INDEX training_record_session ON training_record (session);

-- Certificates, as whoever checks a number needs them: they name nobody.
CREATE TABLE training_certificate (
    number       TEXT    PRIMARY KEY,
    nominee      TEXT    NOT NULL UNIQUE,
    session      TEXT    NOT NULL,
    issued_on    TEXT    NOT NULL,
    expires_on   TEXT    NOT NULL, -- the last day on which it counts
    withdrawn_on TEXT,
    position     INTEGER NOT NULL  -- of the entry that gave it
) STRICT, WITHOUT ROWID;
CREATE INDEX training_certificate_session ON training_certificate (session);

CREATE TABLE training_feedback (
    position INTEGER PRIMARY KEY, -- of the entry
    session  TEXT    NOT NULL,
    state    TEXT    NOT NULL,    -- whose delegation sent it
    useful   INTEGER NOT NULL,    -- from 1 to 5, as the next two
    clear    INTEGER NOT NULL,
    practice INTEGER NOT NULL
) STRICT;
CREATE INDEX training_feedback_session ON training_feedback (session);

-- What stays of a session whose people are forgotten: counts, small ones kept back.
CREATE TABLE training_sum (
    session TEXT PRIMARY KEY,
    counts  BLOB NOT NULL -- as the entry has them
) STRICT, WITHOUT ROWID;

CREATE TABLE training_said ( -- entries about one person: what is destroyed with them
    position INTEGER PRIMARY KEY, -- of the entry in the journal
    nominee  TEXT    NOT NULL,
    state    TEXT    NOT NULL     -- whose rule destroys it
) STRICT;
CREATE INDEX training_said_nominee ON training_said (nominee);
