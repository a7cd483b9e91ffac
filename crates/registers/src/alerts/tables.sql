-- What all entries about alerts on people together mean today.

CREATE TABLE alerts_adoption ( -- the decision by which the register is switched on: one row, or none
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    symbol     TEXT NOT NULL, -- the decision's, which rests in another house
    adopted_on TEXT NOT NULL  -- its day
) STRICT;

CREATE TABLE alerts_opt ( -- which State takes part in which category, now or once
    state      TEXT NOT NULL,
    category   TEXT NOT NULL,
    opted      INTEGER NOT NULL CHECK (opted IN (0, 1)),
    basis      TEXT NOT NULL,    -- national law or decision
    changed_us INTEGER NOT NULL, -- microseconds since 1970
    PRIMARY KEY (state, category)
) STRICT, WITHOUT ROWID;

CREATE TABLE alerts_switched ( -- every entry that switched something: who, what, when
    position INTEGER PRIMARY KEY, -- of the entry in the journal
    state    TEXT NOT NULL,       -- who said it
    kind     TEXT NOT NULL,       -- the entry's kind
    category TEXT,                -- of an opting in or out
    said     TEXT,                -- the decision's symbol, or the basis
    at_us    INTEGER NOT NULL     -- microseconds since 1970
) STRICT;
