-- What was counted for the yearly figures, and what was published of it. Nothing of a person.

CREATE TABLE statistics_progress ( -- how far was counted: one row, or none
    one   INTEGER PRIMARY KEY CHECK (one = 1),
    until TEXT NOT NULL,   -- first day that is not counted yet
    leaf  INTEGER NOT NULL -- last position of the access log that was
) STRICT;

CREATE TABLE statistics_tally ( -- what was counted, year by year
    year   INTEGER NOT NULL,
    sheet  TEXT NOT NULL,
    line   TEXT NOT NULL,    -- code of the row
    part   TEXT NOT NULL,    -- code of the column: most often a State
    count  INTEGER NOT NULL,
    PRIMARY KEY (year, sheet, line, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE statistics_issued ( -- what was published of a year, revision by revision
    year      INTEGER NOT NULL,
    revision  INTEGER NOT NULL, -- from 1
    issued_us INTEGER NOT NULL, -- microseconds since 1970
    body      BLOB NOT NULL,    -- Issued in CBOR
    PRIMARY KEY (year, revision)
) STRICT, WITHOUT ROWID;
