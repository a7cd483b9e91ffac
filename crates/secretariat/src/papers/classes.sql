-- Who decided who may see a document, and by which rule: each time it was decided, the last of which holds.
CREATE TABLE papers_class (
    symbol     TEXT    NOT NULL,
    position   INTEGER NOT NULL, -- of the entry that says so
    class      TEXT    NOT NULL, -- public, participants, observers, members
    rule       TEXT    NOT NULL, -- adopted, circulated, draft, people, request, decision; empty where none was said
    decided_by TEXT    NOT NULL, -- whose decision it was, in words; empty where nobody said
    at_us      INTEGER NOT NULL, -- when it was recorded, microseconds since 1970
    PRIMARY KEY (symbol, position)
) STRICT, WITHOUT ROWID;

-- Documents of the class public, by when that was decided. One whose meeting is kept for members is shown to nobody outside all the same.
CREATE TABLE papers_public (
    position INTEGER PRIMARY KEY, -- of the entry that made it public
    symbol   TEXT NOT NULL UNIQUE,
    meeting  TEXT                 -- symbol of the meeting it was written for
) STRICT;
CREATE INDEX papers_public_meeting ON papers_public (meeting) WHERE meeting IS NOT NULL;

-- What was said last of all documents is told from these.
CREATE INDEX papers_class_at ON papers_class (at_us);
CREATE INDEX papers_text_at ON papers_text (at_us);
