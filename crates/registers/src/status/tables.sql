-- One row for each entry of the journal that lists something and still has its payload.
CREATE TABLE status_batch (
    position       INTEGER PRIMARY KEY, -- of the entry that carries the rows now
    origin         INTEGER NOT NULL,    -- position of the entry that first carried them; the same until a neighbour is corrected
    issuer         TEXT    NOT NULL,    -- State that issued the documents and reports them
    form           INTEGER NOT NULL,    -- 1 numbers, 2 ranges, 3 patterns
    kind           INTEGER NOT NULL,    -- kind of document
    status         INTEGER NOT NULL,    -- 1 lost, 2 stolen, 3 stolen blank, 4 revoked, 5 invalid
    month          INTEGER NOT NULL,    -- in which all its rows expire: year * 12 + month - 1
    import         INTEGER,             -- position at which the import opened that brought it
    reported_at_us INTEGER NOT NULL,    -- when it was first said, microseconds since 1970
    corrected_at_us INTEGER,            -- when its one row was last corrected
    rows           INTEGER NOT NULL     -- how many it has
) STRICT;
CREATE INDEX status_batch_issuer ON status_batch (issuer, origin);
CREATE INDEX status_batch_month ON status_batch (month);
CREATE INDEX status_batch_import ON status_batch (import) WHERE import IS NOT NULL;
CREATE INDEX status_batch_news ON status_batch (issuer, reported_at_us) WHERE import IS NULL;

-- Numbers, ten million of them. `batch` is no foreign key: deleting a batch would look for its rows through the whole table.
CREATE TABLE status_number (
    id          INTEGER PRIMARY KEY, -- origin * 4096 + place in the origin
    batch       INTEGER NOT NULL,    -- position of the entry that carries it now
    number_key  INTEGER NOT NULL,    -- first 8 bytes of the keyed hash of issuer, kind and number
    number_rest INTEGER NOT NULL,    -- last 8 bytes of it
    expires_on  INTEGER NOT NULL,    -- last day, as days since 1970-01-01
    reference   TEXT    NOT NULL,    -- the State's own
    reason      INTEGER              -- code of the reason, where one was given
) STRICT;
CREATE INDEX status_number_key ON status_number (number_key);

-- Ranges of blanks, in clear: they name no holder's document. Ranges of one State, kind and shape do not overlap.
CREATE TABLE status_range (
    id         INTEGER PRIMARY KEY,
    batch      INTEGER NOT NULL,
    issuer     TEXT    NOT NULL,
    kind       INTEGER NOT NULL,
    shape      TEXT    NOT NULL, -- of every number in it: @ a letter, # a digit
    first      TEXT    NOT NULL,
    last       TEXT    NOT NULL,
    expires_on INTEGER NOT NULL,
    reference  TEXT    NOT NULL,
    reason     INTEGER
) STRICT;
CREATE INDEX status_range_first ON status_range (issuer, kind, shape, first);

-- Patterns, in clear.
CREATE TABLE status_pattern (
    id         INTEGER PRIMARY KEY,
    batch      INTEGER NOT NULL,
    issuer     TEXT    NOT NULL,
    kind       INTEGER NOT NULL,
    length     INTEGER NOT NULL, -- characters of every number that fits
    stem       TEXT    NOT NULL, -- up to four characters before the first open one
    pattern    TEXT    NOT NULL,
    expires_on INTEGER NOT NULL,
    reference  TEXT    NOT NULL,
    reason     INTEGER
) STRICT;
CREATE INDEX status_pattern_stem ON status_pattern (issuer, kind, length, stem);

-- Imports that have not closed: what they brought is not there yet for any reader. Normally empty.
CREATE TABLE status_unsettled (
    import INTEGER PRIMARY KEY, -- position at which it opened
    issuer TEXT    NOT NULL     -- State that imports; until then it reports nothing beside it
) STRICT;

-- When each State last imported, corrected or took back. What it reported one by one says itself when, in status_batch, and goes
-- with what has expired; an expiry is no news.
CREATE TABLE status_changed (
    issuer        TEXT PRIMARY KEY,
    changed_at_us INTEGER NOT NULL -- microseconds since 1970
) STRICT, WITHOUT ROWID;
