-- Texts of minutes, one row a revision and language. None is ever overwritten.
CREATE TABLE minutes_revision (
    meeting  TEXT    NOT NULL, -- symbol
    language TEXT    NOT NULL,
    revision INTEGER NOT NULL, -- from 1, counted in each language
    text     TEXT    NOT NULL, -- each line that is not blank is a paragraph
    note     TEXT    NOT NULL, -- what was changed; empty where nothing was said
    at_us    INTEGER NOT NULL, -- when it was recorded, microseconds since 1970
    PRIMARY KEY (meeting, language, revision)
) STRICT, WITHOUT ROWID;

-- Minutes that are adopted: their last revisions are what was adopted, and no other follows.
CREATE TABLE minutes_adopted (
    meeting    TEXT    PRIMARY KEY,
    adopted_on TEXT    NOT NULL, -- YYYY-MM-DD
    open       INTEGER NOT NULL, -- 1 where observers may read them
    at_us      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
