-- The journal of a house: the truth of which the room's tables are a projection.
CREATE TABLE journal_series (
    id    INTEGER PRIMARY KEY,
    state TEXT NOT NULL, -- three letters
    room  TEXT NOT NULL,
    UNIQUE (state, room)
) STRICT;

CREATE TABLE journal_entry (
    position INTEGER PRIMARY KEY,                        -- order of receipt in this house, dense from 1
    series   INTEGER NOT NULL REFERENCES journal_series (id),
    sequence INTEGER NOT NULL,                           -- dense from 1 within the series
    header   BLOB NOT NULL,                              -- CBOR, docs/formats/journal.md
    hash     BLOB NOT NULL,                              -- SHA-256 of the header
    UNIQUE (series, sequence)
) STRICT;

CREATE TABLE journal_payload (
    position INTEGER PRIMARY KEY REFERENCES journal_entry (position),
    salt     BLOB NOT NULL, -- 32 random bytes; goes with the payload when that is destroyed
    body     BLOB NOT NULL  -- CBOR of the room's entry
) STRICT;

CREATE TABLE journal_tables (
    digest TEXT NOT NULL -- SHA-256 of the statements that made the room's tables
) STRICT;
