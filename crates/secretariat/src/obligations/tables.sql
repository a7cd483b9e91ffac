-- Obligations, as decisions charged them; nothing here changes but what is noted beside. Days are written as YYYY-MM-DD.
CREATE TABLE obligations_obligation (
    id               INTEGER PRIMARY KEY, -- position of the entry that charged it
    decision         TEXT    NOT NULL,    -- symbol
    number           INTEGER NOT NULL,    -- which of the decision's
    verb             TEXT    NOT NULL,    -- code of the operative verb
    owners           TEXT    NOT NULL,    -- one a line: a party's code, or body: and a name
    jointly          INTEGER NOT NULL,    -- 1 where all do it once, together
    what             TEXT    NOT NULL,
    what_es          TEXT,                -- in Spanish, where the decision has it
    rule             TEXT,                -- by when, or how often, in the writing of due rules
    begins_on        TEXT    NOT NULL,    -- from when periods are counted
    condition        TEXT,                -- what must have happened before
    lapses           INTEGER NOT NULL,    -- 1 where it is a power that ends unused with its day
    adopted_on       TEXT    NOT NULL,    -- day of the decision
    meeting_ended_on TEXT,                -- last day of the meeting that took it
    series           TEXT    NOT NULL,    -- short name of the body whose meeting took it
    members_only     INTEGER NOT NULL,    -- 1 where observers do not see it
    at_us            INTEGER NOT NULL     -- when it was recorded, microseconds since 1970
) STRICT;
CREATE UNIQUE INDEX obligations_obligation_cited ON obligations_obligation (decision, number);

-- What days are counted from where they are not fixed for good: a meeting that may move, or periods that come again.
CREATE TABLE obligations_basis (
    id        INTEGER PRIMARY KEY,
    rule      TEXT    NOT NULL,
    begins_on TEXT    NOT NULL, -- from when periods and next meetings are counted
    series    TEXT    NOT NULL  -- whose meetings, where the rule names no body
) STRICT;
CREATE UNIQUE INDEX obligations_basis_all ON obligations_basis (rule, begins_on, series);

-- One row for each who does it for itself: one for all who act jointly, or one an owner.
CREATE TABLE obligations_duty (
    obligation   INTEGER NOT NULL, -- id
    share        INTEGER NOT NULL, -- which of those who answer, from 1, in the order of their codes
    basis        INTEGER,          -- what its days are counted from at each look; none where its day is fixed
    recurs       INTEGER NOT NULL, -- 1 where it has periods
    due_on       TEXT    NOT NULL, -- its day, where fixed; ~, which sorts after every day, where none is known
    stage        TEXT    NOT NULL, -- live, waiting (for its condition), done, released
    done_on      TEXT,             -- day on which it was done; none where it recurs
    lapses       INTEGER NOT NULL, -- as of the obligation
    members_only INTEGER NOT NULL, -- as of the obligation
    PRIMARY KEY (obligation, share)
) STRICT, WITHOUT ROWID;
CREATE INDEX obligations_duty_due ON obligations_duty (stage, due_on, obligation, share) WHERE basis IS NULL;
CREATE INDEX obligations_duty_all ON obligations_duty (due_on, obligation, share) WHERE basis IS NULL;
CREATE INDEX obligations_duty_basis ON obligations_duty (basis, obligation, share) WHERE basis IS NOT NULL;

-- Who answers for each of those.
CREATE TABLE obligations_owner (
    owner      TEXT    NOT NULL, -- a party's code, or body: and a name
    obligation INTEGER NOT NULL,
    share      INTEGER NOT NULL,
    PRIMARY KEY (owner, obligation, share)
) STRICT, WITHOUT ROWID;
CREATE INDEX obligations_owner_duty ON obligations_owner (obligation, share);

-- Periods of recurring duties that are done.
CREATE TABLE obligations_done (
    obligation INTEGER NOT NULL,
    share      INTEGER NOT NULL,
    period     INTEGER NOT NULL, -- from 1
    done_on    TEXT    NOT NULL,
    PRIMARY KEY (obligation, share, period)
) STRICT, WITHOUT ROWID;

-- What was recorded of each obligation, one row an entry.
CREATE TABLE obligations_act (
    position   INTEGER PRIMARY KEY, -- of the entry
    obligation INTEGER NOT NULL,    -- id
    kind       TEXT    NOT NULL,    -- evidence, evidence_withdrawn, expected, condition_met, released, reminded
    party      TEXT    NOT NULL,    -- who said it
    owners     TEXT    NOT NULL,    -- of whom it speaks, one a line; empty where of all
    period     INTEGER NOT NULL,    -- of which period, from 1; 0 where of all
    on_day     TEXT,                -- the day that it names
    completes  INTEGER NOT NULL,    -- 1 where evidence fulfils it
    text       TEXT    NOT NULL,    -- what it is, or why
    decision   TEXT,                -- symbol of the decision that released it
    evidence   INTEGER,             -- position of the evidence that is withdrawn
    before     INTEGER,             -- reminder: how many days before its day
    overdue    INTEGER,             -- reminder: which of what is overdue
    at_us      INTEGER NOT NULL     -- when it was recorded, microseconds since 1970
) STRICT;
CREATE INDEX obligations_act_obligation ON obligations_act (obligation, position);
CREATE INDEX obligations_act_at ON obligations_act (at_us);
