-- Keys that another one has taken the place of. The one in force has no row: key_check tells it.
CREATE TABLE key_epoch (
    key          TEXT    NOT NULL, -- name of the key's file
    epoch        INTEGER NOT NULL, -- from 1, the one that the folder was made with
    value        TEXT    NOT NULL, -- what key_check said of it: of checkpoint.key its public key
    ended_us     INTEGER NOT NULL, -- when the next one took its place, microseconds since 1970
    heads        TEXT    NOT NULL, -- JSON: for each house the last position of its journal then
    vouched      TEXT,             -- checkpoint.key: this key's signature under the next one, hexadecimal
    destroyed_us INTEGER,          -- when it was destroyed; none while hashes rest on it
    PRIMARY KEY (key, epoch)
) STRICT;

-- The same as before without a closed list: what can be done for the machine grows.
CREATE TABLE upkeep_open (
    what   TEXT PRIMARY KEY, -- a code of the program's: backup, verification, drill
    at_us  INTEGER NOT NULL, -- microseconds since 1970
    person BLOB NOT NULL REFERENCES person (id),
    sound  INTEGER NOT NULL, -- 0: damage was found
    found  TEXT NOT NULL     -- JSON: counts, or what is damaged; no personal data
) STRICT;
INSERT INTO upkeep_open (what, at_us, person, sound, found) SELECT what, at_us, person, sound, found FROM upkeep;
DROP TABLE upkeep;
ALTER TABLE upkeep_open RENAME TO upkeep;
