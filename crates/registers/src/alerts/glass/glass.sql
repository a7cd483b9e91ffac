
CREATE TABLE alerts_glass ( -- who read the sealed part of another State's alert before the usual way opened it, because a life was in danger
    position  INTEGER PRIMARY KEY, -- of the entry in the journal
    alert     BLOB NOT NULL,
    state     TEXT NOT NULL,       -- whose officer, and whose rule destroys it
    person    BLOB NOT NULL,       -- for whom alone it opens
    reason    TEXT NOT NULL,       -- of a closed list
    said      BLOB NOT NULL,       -- in words, for whoever supervises, closed under a key
    broken_us INTEGER NOT NULL,    -- microseconds since 1970
    ends_us   INTEGER NOT NULL     -- when it closes by itself
) STRICT;
CREATE INDEX alerts_glass_alert ON alerts_glass (alert, person);
CREATE INDEX alerts_glass_person ON alerts_glass (person, position);
CREATE INDEX alerts_glass_state ON alerts_glass (state, position);

CREATE TABLE alerts_glass_answer ( -- what the oversight of either State has found about it, each once
    position  INTEGER PRIMARY KEY, -- of the entry in the journal
    broken_at INTEGER NOT NULL,    -- position of the breaking
    alert     BLOB NOT NULL,
    state     TEXT NOT NULL,       -- whose oversight, and whose rule destroys it
    person    BLOB NOT NULL,       -- who answers for it
    finding   TEXT NOT NULL,       -- justified, not_justified
    note      BLOB NOT NULL,       -- in words, closed under a key
    said_us   INTEGER NOT NULL,    -- microseconds since 1970
    UNIQUE (broken_at, state)
) STRICT;
CREATE INDEX alerts_glass_answer_alert ON alerts_glass_answer (alert);
