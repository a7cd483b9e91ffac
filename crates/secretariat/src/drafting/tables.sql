-- Drafts, as they were opened. What they say now follows from their acts.
CREATE TABLE drafting_draft (
    symbol   TEXT    PRIMARY KEY,
    title_en TEXT    NOT NULL,
    title_es TEXT    NOT NULL,
    opening  BLOB    NOT NULL, -- the entry's bytes: drafters, chair, first text
    paper    TEXT,             -- symbol of the document that came of it; none until it is handed over
    position INTEGER NOT NULL, -- of the entry
    at_us    INTEGER NOT NULL  -- microseconds since 1970
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX drafting_draft_position ON drafting_draft (position);

-- What was said in each draft, one row an entry.
CREATE TABLE drafting_act (
    position INTEGER PRIMARY KEY, -- of the entry
    draft    TEXT    NOT NULL,    -- symbol
    kind     TEXT    NOT NULL,
    state    TEXT    NOT NULL,    -- in whose series
    at_us    INTEGER NOT NULL,    -- microseconds since 1970
    act      BLOB    NOT NULL     -- the entry's bytes
) STRICT;
CREATE INDEX drafting_act_draft ON drafting_act (draft, position);

-- Who drafts where.
CREATE TABLE drafting_party (
    party TEXT NOT NULL,
    draft TEXT NOT NULL,
    PRIMARY KEY (party, draft)
) STRICT, WITHOUT ROWID;
