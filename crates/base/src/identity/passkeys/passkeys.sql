-- Passkeys (WebAuthn), and the way back for whoever has lost theirs. How strongly somebody proved themselves becomes a word.

ALTER TABLE role ADD COLUMN factor TEXT NOT NULL DEFAULT 'password' -- the least its holders must prove
    CHECK (factor IN ('password', 'code', 'passkey'));
UPDATE role SET factor = 'code' WHERE writes;
ALTER TABLE role DROP COLUMN writes;

ALTER TABLE session ADD COLUMN factor TEXT NOT NULL DEFAULT 'password' -- what was proved when it began
    CHECK (factor IN ('password', 'code', 'passkey'));
UPDATE session SET factor = 'code' WHERE second_factor;
ALTER TABLE session DROP COLUMN second_factor;

ALTER TABLE token ADD COLUMN factor TEXT NOT NULL DEFAULT 'password' -- what was proved when it was made
    CHECK (factor IN ('password', 'code', 'passkey'));
UPDATE token SET factor = 'code' WHERE second_factor;
ALTER TABLE token DROP COLUMN second_factor;

ALTER TABLE pending_sign_in ADD COLUMN factor TEXT NOT NULL DEFAULT 'password' -- what has been proved so far
    CHECK (factor IN ('password', 'code', 'passkey'));
UPDATE pending_sign_in SET factor = 'code' WHERE second_factor;
ALTER TABLE pending_sign_in DROP COLUMN second_factor;

CREATE TABLE passkey ( -- what a device of somebody's proves itself with; the secret half never leaves the device
    id            BLOB PRIMARY KEY,
    person        BLOB NOT NULL REFERENCES person (id),
    credential_id BLOB NOT NULL UNIQUE, -- what the device calls it
    name          TEXT NOT NULL,        -- what the person calls it
    credential    TEXT NOT NULL,        -- public key and what was said of the device, as JSON of webauthn-rs
    made_us       INTEGER NOT NULL,     -- microseconds since 1970
    counter       INTEGER NOT NULL,     -- the highest the device has shown; one that does not rise is a copy
    used_us       INTEGER               -- none until it has served
) STRICT;
CREATE INDEX passkey_person ON passkey (person);

CREATE TABLE passkey_challenge ( -- sent to one browser, whose answer is awaited once
    sent_to BLOB NOT NULL, -- a pending sign-in's token_hash, or a session's id: nobody else can answer it
    act     TEXT NOT NULL CHECK (act IN ('prove', 'make')),
    person  BLOB NOT NULL REFERENCES person (id),
    options TEXT NOT NULL, -- what the browser is given, JSON
    state   TEXT NOT NULL, -- what its answer is compared with, JSON of webauthn-rs; no browser sees it
    ends_us INTEGER NOT NULL,
    PRIMARY KEY (sent_to, act)
) STRICT;
CREATE INDEX passkey_challenge_person ON passkey_challenge (person);

CREATE TABLE recovery ( -- somebody's sign-in that one administrator wants to begin anew, and a second has not confirmed
    id       BLOB PRIMARY KEY,
    person   BLOB NOT NULL UNIQUE REFERENCES person (id),
    begun_by BLOB NOT NULL REFERENCES person (id),
    seen     BLOB NOT NULL, -- SHA-256 of what was shown when it was begun: what is confirmed must be the same
    begun_us INTEGER NOT NULL,
    ends_us  INTEGER NOT NULL
) STRICT;
