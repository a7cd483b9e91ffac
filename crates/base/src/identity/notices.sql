-- What a person is told after their next sign-in: there is no other way to reach them.

CREATE TABLE notice (
    person BLOB NOT NULL REFERENCES person (id),
    what   TEXT NOT NULL CHECK (what IN ('password', 'codes', 'passkeys', 'failures')),
    at_us  INTEGER NOT NULL, -- when it last happened; microseconds since 1970
    times  INTEGER NOT NULL, -- how often since they were last told
    PRIMARY KEY (person, what)
) STRICT;
