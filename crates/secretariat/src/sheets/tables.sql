-- What States say of their policies, a row for each time that somebody wrote one down. A row that is published never changes again.
CREATE TABLE sheets_version (
    position     INTEGER PRIMARY KEY, -- of the entry
    state        TEXT    NOT NULL,
    topic        TEXT    NOT NULL,    -- a code of a closed list
    short_en     TEXT    NOT NULL,    -- the statement of the table; empty where there is none in that language, as the next three
    short_es     TEXT    NOT NULL,
    text_en      TEXT    NOT NULL,
    text_es      TEXT    NOT NULL,
    original     TEXT    NOT NULL,    -- the language of which the other is a translation, a code
    source       TEXT    NOT NULL,    -- law and article
    link         TEXT    NOT NULL,    -- empty where there is none
    paper        TEXT    NOT NULL,    -- symbol of a document; empty where there is none
    policy_on    TEXT    NOT NULL,    -- from when the policy is
    reviewed_on  TEXT    NOT NULL,    -- when it was looked at last
    months       INTEGER NOT NULL,    -- how long that is enough
    person       BLOB    NOT NULL,    -- who wrote it: they do not publish it
    written_us   INTEGER NOT NULL,    -- microseconds since 1970, as the next
    published_us INTEGER              -- none while nobody has let it through
) STRICT;
CREATE INDEX sheets_version_of ON sheets_version (state, topic, position);
CREATE INDEX sheets_version_published ON sheets_version (published_us);
