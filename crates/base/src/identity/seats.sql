-- What a house says a party is to the process, day by day, in the place of what the profile said; the house writes it whole.
CREATE TABLE party_seat (
    party    TEXT NOT NULL REFERENCES party (code),
    first_on TEXT NOT NULL, -- first day, at the seat
    last_on  TEXT,          -- last day; none while it lasts
    kind     TEXT NOT NULL CHECK (kind IN ('member', 'observer', 'network', 'guest')),
    confined TEXT NOT NULL, -- the one thing that its people see, a name of the house; empty where they are not confined
    PRIMARY KEY (party, first_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE party_chair ( -- which parties preside, day by day
    party    TEXT NOT NULL REFERENCES party (code),
    first_on TEXT NOT NULL,
    last_on  TEXT,
    PRIMARY KEY (party, first_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE checklist ( -- points that a house goes through before it decides something; data of the process
    list    TEXT    NOT NULL, -- which list, a name of the house
    turn    INTEGER NOT NULL, -- from 1, in the profile's order
    code    TEXT    NOT NULL,
    text_en TEXT    NOT NULL,
    text_es TEXT    NOT NULL,
    text_fr TEXT    NOT NULL,
    PRIMARY KEY (list, code)
) STRICT, WITHOUT ROWID;

-- Folders from before: people may be given the presidency's role, and guests and networks have people too.
INSERT OR IGNORE INTO role (code, name_en, name_es, name_fr, kinds, factor)
    SELECT 'presidency', 'Presidency', 'Presidencia', 'Présidence', 'member', 'code' FROM process;
INSERT OR IGNORE INTO role_purpose (role, purpose) SELECT 'presidency', 'secretariat' FROM process;
UPDATE role SET kinds = kinds || ',network,guest' WHERE code IN ('delegate', 'state_administrator');
