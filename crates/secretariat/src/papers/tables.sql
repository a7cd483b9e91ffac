-- Documents of the conference, as they stand now.
CREATE TABLE papers_paper (
    symbol   TEXT    PRIMARY KEY, -- never changes
    kind     TEXT    NOT NULL,    -- report, proposal, note, statement, other
    title_en TEXT    NOT NULL,    -- empty where there is none
    title_es TEXT    NOT NULL,    -- empty where there is none
    original TEXT    NOT NULL,    -- language in which it was written
    class    TEXT    NOT NULL,    -- public, participants, observers, members
    meeting  TEXT,                -- symbol of the meeting it was written for
    position INTEGER NOT NULL     -- of the entry that filed it
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX papers_paper_position ON papers_paper (position);
CREATE INDEX papers_paper_meeting ON papers_paper (meeting, symbol) WHERE meeting IS NOT NULL;

-- Texts of each document, one row a version and language. None is ever overwritten.
CREATE TABLE papers_text (
    symbol     TEXT    NOT NULL,
    language   TEXT    NOT NULL,
    version    INTEGER NOT NULL, -- from 1, counted in each language
    authentic  INTEGER NOT NULL, -- 0 where it is a translation
    format     TEXT    NOT NULL, -- pdf, docx, txt, html
    file       TEXT    NOT NULL, -- name of the content: its SHA-256, hexadecimal
    size_bytes INTEGER NOT NULL,
    note       TEXT    NOT NULL, -- where it differs from the other languages; empty where nothing was said
    at_us      INTEGER NOT NULL, -- when it was recorded, microseconds since 1970
    PRIMARY KEY (symbol, language, version)
) STRICT, WITHOUT ROWID;
