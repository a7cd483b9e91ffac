-- The access log. Ground, not a projection: nothing can make it again.
CREATE TABLE leaf (
    position INTEGER PRIMARY KEY, -- dense from 1
    body     BLOB NOT NULL,       -- CBOR, docs/formats/access-log.md; no personal data
    hash     BLOB NOT NULL        -- SHA-256 over the hash before and the body
) STRICT;

CREATE TABLE detail (
    position     INTEGER PRIMARY KEY REFERENCES leaf (position),
    nonce        BLOB NOT NULL,    -- 32 random bytes; without them the leaf's commitment says nothing
    body         BLOB NOT NULL,    -- JSON: person, session, post, exact time, what was looked at
    destroy_at_s INTEGER NOT NULL  -- seconds since 1970; destroyed at the first sweep after
) STRICT;
CREATE INDEX detail_destroy_at ON detail (destroy_at_s);
