-- Parties that something was said of, as they are called. A party of the profile of which nothing was said is not here.
CREATE TABLE members_party (
    code    TEXT PRIMARY KEY,
    name_en TEXT NOT NULL,
    name_es TEXT NOT NULL,
    name_fr TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What each of them was, is and will be to the conference; days are written as YYYY-MM-DD.
CREATE TABLE members_standing (
    party    TEXT NOT NULL,
    first_on TEXT NOT NULL,
    last_on  TEXT,          -- its last day; none while it lasts, and for guests, who go with their meeting
    class    TEXT NOT NULL, -- member, observer-state, observer-organisation, network, guest
    decision TEXT,          -- symbol of the decision that admitted it; none where it founded or was invited
    meeting  TEXT,          -- of a guest: symbol of the meeting
    ended_by TEXT,          -- symbol of the decision that ended it
    note     TEXT NOT NULL, -- what to know of it; empty where nothing was said
    PRIMARY KEY (party, first_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX members_standing_meeting ON members_standing (meeting) WHERE meeting IS NOT NULL;

CREATE TABLE members_application (
    number     INTEGER PRIMARY KEY, -- the position of its entry
    party      TEXT    NOT NULL,
    class      TEXT    NOT NULL,    -- what it wants to be
    name_en    TEXT    NOT NULL,
    name_es    TEXT    NOT NULL,
    name_fr    TEXT    NOT NULL,
    applied_on TEXT    NOT NULL,    -- day of its letter
    note       TEXT    NOT NULL,
    outcome    TEXT    NOT NULL,    -- open, admitted, refused, withdrawn
    settled_on TEXT,                -- first day as a party, or day of the refusal or withdrawal
    decision   TEXT                 -- symbol of the decision that admitted or refused it
) STRICT;
CREATE INDEX members_application_party ON members_application (party, number);

-- What is known of each point of the checklist; the last answer holds.
CREATE TABLE members_answer (
    application INTEGER NOT NULL,
    point       TEXT    NOT NULL, -- code of the process profile
    met         INTEGER NOT NULL, -- 1 where the point is fulfilled
    note        TEXT    NOT NULL, -- by what
    PRIMARY KEY (application, point)
) STRICT, WITHOUT ROWID;

CREATE TABLE members_institution (
    number   INTEGER PRIMARY KEY, -- the position of its entry
    party    TEXT    NOT NULL,
    field    TEXT    NOT NULL,    -- foreign-affairs, interior, other
    name_en  TEXT    NOT NULL,
    name_es  TEXT    NOT NULL,
    name_fr  TEXT    NOT NULL,
    first_on TEXT    NOT NULL,
    last_on  TEXT
) STRICT;
CREATE INDEX members_institution_party ON members_institution (party, number);

-- Who sits in a delegation now: what they are, and never their names.
CREATE TABLE members_seat (
    party       TEXT    NOT NULL,
    meeting     TEXT    NOT NULL, -- symbol; empty for the delegation between meetings
    turn        INTEGER NOT NULL, -- from 1, in the order of precedence
    part        TEXT    NOT NULL, -- head, alternate, adviser
    office      TEXT    NOT NULL, -- what the person is there, such as Vice-Minister
    institution INTEGER NOT NULL, -- number of the institution
    PRIMARY KEY (party, meeting, turn)
) STRICT, WITHOUT ROWID;

-- What a body was called from a day on; a body that is renamed keeps its old name for the days before.
CREATE TABLE members_body (
    code             TEXT    NOT NULL,
    first_on         TEXT    NOT NULL,
    last_on          TEXT,             -- last day of this form of it; none while it lasts
    kind             TEXT    NOT NULL,
    name_en          TEXT    NOT NULL,
    name_es          TEXT    NOT NULL,
    name_fr          TEXT    NOT NULL,
    parent           TEXT,             -- code of the body that it belongs to
    meetings_a_year  INTEGER NOT NULL, -- 0 where no number is laid down
    chair            TEXT    NOT NULL, -- presidency, host, coordinating, nobody
    coordinator      TEXT,             -- State that co-ordinates it
    decision         TEXT,             -- symbol of the decision that set it up or renamed it
    PRIMARY KEY (code, first_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE members_term (
    party    TEXT NOT NULL,
    first_on TEXT NOT NULL,
    last_on  TEXT,          -- none while nobody said when it ends
    decision TEXT NOT NULL, -- symbol; empty where it was agreed otherwise
    PRIMARY KEY (party, first_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX members_term_days ON members_term (first_on);
