-- Private working copies: ground outside the journal, because nobody has said anything yet.

CREATE TABLE draft (
    id         BLOB PRIMARY KEY,
    person     BLOB NOT NULL REFERENCES person (id), -- whose; nobody else reads it
    room       TEXT NOT NULL,    -- the room it is for, as in a permit's action
    body       TEXT NOT NULL,    -- what was typed so far, in JSON of that room
    updated_us INTEGER NOT NULL  -- microseconds since 1970
) STRICT;
CREATE INDEX draft_person ON draft (person, room, updated_us);
