-- Imports that brought something, or were about to.
CREATE TABLE import (
    position      INTEGER PRIMARY KEY, -- at which it opened, or was noted
    id            BLOB    NOT NULL UNIQUE,
    state         TEXT    NOT NULL,    -- whose
    what          INTEGER NOT NULL,    -- 1 status entries, 2 alerts
    rows          INTEGER NOT NULL,    -- how many
    opened_at_us  INTEGER NOT NULL,    -- microseconds since 1970
    outcome       INTEGER NOT NULL,    -- 0 open, 1 closed, 2 abandoned
    settled_at_us INTEGER              -- when it closed or was abandoned
) STRICT;
CREATE INDEX import_state ON import (state, position);
CREATE INDEX import_open ON import (position) WHERE outcome = 0;
