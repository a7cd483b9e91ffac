-- Evaluations of the process, as they stand by what the journal proves. What each says follows from its acts.
CREATE TABLE evaluations_evaluation (
    symbol       TEXT    PRIMARY KEY,
    title_en     TEXT    NOT NULL, -- as given; empty where it was not
    title_es     TEXT    NOT NULL,
    title_fr     TEXT    NOT NULL,
    decision     TEXT    NOT NULL, -- symbol of the decision that it rests on
    evaluators   TEXT    NOT NULL, -- codes of the evaluating States with blanks between
    deadline_on  TEXT    NOT NULL, -- day whose end is each one's deadline, without extensions
    members_only INTEGER NOT NULL, -- 1 where observers neither answer nor see
    opened       INTEGER NOT NULL, -- 1 once it is answered
    ends_us      INTEGER NOT NULL, -- the last deadline of anybody, with extensions, microseconds since 1970; 0 before it is open
    version      INTEGER NOT NULL, -- of the report; 0 where none was published
    answered     INTEGER NOT NULL, -- members that have answered
    asked        INTEGER NOT NULL, -- members
    position     INTEGER NOT NULL, -- of the entry that prepared it first
    changed_us   INTEGER NOT NULL  -- when anything was last done in it, microseconds since 1970
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX evaluations_evaluation_position ON evaluations_evaluation (position);

-- What was done in each, one row an entry; saved drafts of answers are none.
CREATE TABLE evaluations_act (
    position   INTEGER PRIMARY KEY, -- of the entry
    evaluation TEXT    NOT NULL,    -- symbol
    kind       TEXT    NOT NULL,
    state      TEXT    NOT NULL,    -- in whose series
    at_us      INTEGER NOT NULL,    -- what the clock showed, microseconds since 1970
    act        BLOB    NOT NULL     -- the entry's bytes
) STRICT;
CREATE INDEX evaluations_act_evaluation ON evaluations_act (evaluation, position);

-- What a delegation has saved of its answer and not given.
CREATE TABLE evaluations_draft (
    evaluation TEXT    NOT NULL,
    party      TEXT    NOT NULL,
    position   INTEGER NOT NULL, -- of the entry that saved it last
    times      INTEGER NOT NULL, -- how often it was saved since it was last given
    at_us      INTEGER NOT NULL, -- microseconds since 1970
    act        BLOB    NOT NULL, -- the entry's bytes
    PRIMARY KEY (evaluation, party)
) STRICT, WITHOUT ROWID;

-- Who is asked or may answer in each that is open, and whether they have.
CREATE TABLE evaluations_party (
    party       TEXT    NOT NULL,
    evaluation  TEXT    NOT NULL,
    member      INTEGER NOT NULL, -- 1 for a member, who is asked; 0 for an observer, who may answer
    answered    INTEGER NOT NULL, -- 1 once it gave an answer
    deadline_us INTEGER NOT NULL, -- its own, with its extension
    PRIMARY KEY (party, evaluation)
) STRICT, WITHOUT ROWID;

-- Recommendations of the report as it stands that wait for a response.
CREATE TABLE evaluations_unanswered (
    party      TEXT    NOT NULL, -- whose response
    evaluation TEXT    NOT NULL,
    number     INTEGER NOT NULL, -- of the recommendation
    since_us   INTEGER NOT NULL, -- when it was published with these words, microseconds since 1970
    PRIMARY KEY (party, evaluation, number)
) STRICT, WITHOUT ROWID;

-- Which recommendation each obligation came of.
CREATE TABLE evaluations_duty (
    obligation TEXT    PRIMARY KEY, -- as it is cited
    evaluation TEXT    NOT NULL,
    number     INTEGER NOT NULL     -- of the recommendation
) STRICT, WITHOUT ROWID;
