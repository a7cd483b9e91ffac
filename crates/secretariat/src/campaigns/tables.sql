-- What States do to warn of the dangers, each as last written down. Codes of a list stand with blanks between.
CREATE TABLE campaigns_campaign (
    state        TEXT    NOT NULL, -- whose delegation reports it
    number       INTEGER NOT NULL, -- counted from 1 within the State
    title_en     TEXT    NOT NULL, -- empty where it has none in that language, as the next five
    title_es     TEXT    NOT NULL,
    title_fr     TEXT    NOT NULL,
    message_en   TEXT    NOT NULL, -- the message as it was given
    message_es   TEXT    NOT NULL,
    message_fr   TEXT    NOT NULL,
    audiences    TEXT    NOT NULL, -- codes
    languages    TEXT    NOT NULL, -- codes in which it was given
    channels     TEXT    NOT NULL, -- codes
    states       TEXT    NOT NULL, -- codes of the States in which it was held
    places       TEXT    NOT NULL,
    first_on     TEXT    NOT NULL,
    last_on      TEXT    NOT NULL,
    papers       TEXT    NOT NULL, -- symbols of documents that are its materials
    cost_minor   INTEGER,          -- in the currency's minor unit; none where it is not told
    currency     TEXT    NOT NULL, -- ISO 4217; empty where no cost is told
    reached      INTEGER,          -- none where it was not measured
    measured     TEXT    NOT NULL, -- how, a code
    decision     TEXT    NOT NULL, -- symbol of the decision that asks for it
    revision     INTEGER NOT NULL, -- how often it was written down
    position     INTEGER NOT NULL, -- of the entry that wrote it last
    at_us        INTEGER NOT NULL, -- when that was, microseconds since 1970
    published_us INTEGER,          -- none while it is a draft
    PRIMARY KEY (state, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX campaigns_campaign_first ON campaigns_campaign (first_on, state, number);

-- What its State says came of a campaign, as last said.
CREATE TABLE campaigns_evaluation (
    state        TEXT    NOT NULL,
    number       INTEGER NOT NULL,
    text         TEXT    NOT NULL,
    evaluated_on TEXT    NOT NULL,
    evaluated_by TEXT    NOT NULL, -- an institution, not a person
    position     INTEGER NOT NULL, -- of the entry
    PRIMARY KEY (state, number)
) STRICT, WITHOUT ROWID;
