CREATE TABLE exercises_exercise (
    symbol     TEXT    PRIMARY KEY,
    title_en   TEXT    NOT NULL,
    title_es   TEXT    NOT NULL,
    decision   TEXT    NOT NULL, -- symbol of the decision that it rests on
    place      TEXT    NOT NULL,
    zone       TEXT    NOT NULL, -- IANA name
    first_on   TEXT    NOT NULL,
    last_on    TEXT    NOT NULL,
    plan_en    TEXT    NOT NULL,
    plan_es    TEXT    NOT NULL,
    standing   TEXT    NOT NULL, -- planned, held, reported or closed
    position   INTEGER NOT NULL, -- of the entry that planned it
    changed_us INTEGER NOT NULL  -- when it was planned or last went a step on, microseconds since 1970
) STRICT, WITHOUT ROWID;
CREATE INDEX exercises_exercise_first ON exercises_exercise (first_on, symbol);
CREATE INDEX exercises_exercise_standing ON exercises_exercise (standing, first_on);

-- States that take part, and which institution of each coordinates: a kind, so that nobody is named.
CREATE TABLE exercises_participant (
    exercise    TEXT NOT NULL,
    state       TEXT NOT NULL,
    institution TEXT NOT NULL, -- a code of a closed list
    PRIMARY KEY (exercise, state)
) STRICT, WITHOUT ROWID;

-- What each State reported, as it last said: a row for each thing that is counted.
CREATE TABLE exercises_count (
    exercise TEXT    NOT NULL,
    state    TEXT    NOT NULL,
    kind     TEXT    NOT NULL, -- a code of a closed list
    count    INTEGER NOT NULL,
    PRIMARY KEY (exercise, state, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE exercises_finding (
    exercise   TEXT    NOT NULL,
    number     INTEGER NOT NULL, -- from 1, in the order in which they were written down
    text_en    TEXT    NOT NULL,
    text_es    TEXT    NOT NULL,
    obligation TEXT,             -- what answers for it, as it is cited; none while nothing does
    reason     TEXT,             -- why there is no obligation
    position   INTEGER NOT NULL, -- of the entry that wrote it down
    PRIMARY KEY (exercise, number)
) STRICT, WITHOUT ROWID;
