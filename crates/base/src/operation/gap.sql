-- Gaps in what must be whole: a verification found that a chain does not hold. While one stands, acts that rooms name are refused.
CREATE TABLE gap (
    id       BLOB PRIMARY KEY,
    what     TEXT NOT NULL,    -- what the verification found, as it says it; at most 2,000 characters
    found_us INTEGER NOT NULL, -- microseconds since 1970
    ended_us INTEGER           -- when the second of two people had said what happened; none while it stands
) STRICT;
CREATE UNIQUE INDEX gap_standing ON gap (coalesce(ended_us, -1)) WHERE ended_us IS NULL;
CREATE TABLE gap_account (
    gap    BLOB NOT NULL REFERENCES gap (id),
    side   TEXT NOT NULL,    -- operation or oversight: both must speak, as two people
    person BLOB NOT NULL REFERENCES person (id),
    said_us INTEGER NOT NULL, -- microseconds since 1970
    note   TEXT NOT NULL,    -- what happened, in their words; at most 500 characters
    PRIMARY KEY (gap, side)
) STRICT;
