-- Keys under which words rest closed, as sealing.rs says. None is ever removed: what was closed under one stays in the journal.
CREATE TABLE sealing_root (
    number  INTEGER PRIMARY KEY, -- from 1; what is closed from now on is under the last
    wrapped BLOB    NOT NULL     -- closed itself under what is derived from secrets.key
) STRICT;
