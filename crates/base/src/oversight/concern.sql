-- What oversight is told of: acts that looked like carrying a register away, and what came of each.
CREATE TABLE concern (
    id               BLOB PRIMARY KEY,
    kind             TEXT NOT NULL,    -- what was seen, a code of the house that saw it
    party            TEXT NOT NULL,    -- State or organisation whose people it concerns
    post             BLOB REFERENCES post (id),
    person           BLOB REFERENCES person (id), -- who was stopped; none where it is about how the server was started
    via              TEXT NOT NULL,    -- page, api or command
    counted          INTEGER NOT NULL, -- how many acts were counted when it was raised; nothing of what they were about
    raised_us        INTEGER NOT NULL, -- microseconds since 1970
    stopped_until_us INTEGER NOT NULL, -- until when the person may not go on; the same instant where nobody was stopped
    lifted_us        INTEGER,          -- when the State's second line let the person go on
    lifted_by        BLOB REFERENCES person (id),
    lifted_why       TEXT,             -- a code of the house's closed list
    standing         TEXT NOT NULL,    -- open, acknowledged or closed
    settled_us       INTEGER,          -- when oversight last said so
    settled_by       BLOB REFERENCES person (id),
    note             TEXT NOT NULL DEFAULT '' -- what oversight found, when it closed it
) STRICT;
CREATE INDEX concern_raised ON concern (raised_us);
CREATE INDEX concern_person ON concern (person, stopped_until_us);
-- Who closes a concern changes something, and so proves more than a password.
UPDATE role SET factor = 'code' WHERE code = 'oversight' AND factor = 'password';
