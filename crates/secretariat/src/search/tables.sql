-- What is found by its words. These tables are an index: a sweep fills them from other tables and from files, a rebuild empties
-- them, and nothing of them is ground.

-- What was said since it was last taken into the index, put here by the triggers below in the transaction that says it.
CREATE TABLE index_due (
    turn   INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: what changes while it is read stays due
    kind   TEXT NOT NULL,                     -- paper, decision, minutes
    symbol TEXT NOT NULL,                     -- of the document or the decision, or of the meeting whose minutes they are
    UNIQUE (kind, symbol)
) STRICT;

-- One row for each document, decision or minutes and language: what is asked beside the words, and the text to quote from.
CREATE TABLE index_text (
    id       INTEGER PRIMARY KEY, -- of its words
    kind     TEXT    NOT NULL,
    symbol   TEXT    NOT NULL,
    language TEXT    NOT NULL,
    kept     INTEGER NOT NULL,    -- 1 where it was kept for members when it was taken in; the rooms are asked again for each hit
    class    TEXT    NOT NULL,    -- public, participants, observers, members
    meeting  TEXT,                -- symbol of the meeting it belongs to
    body     TEXT,                -- short name of the body whose meeting that is
    year     INTEGER,
    text     BLOB    NOT NULL     -- its paragraphs, one a line, deflated
) STRICT;
CREATE UNIQUE INDEX index_text_of ON index_text (kind, symbol, language);
CREATE INDEX index_text_meeting ON index_text (meeting) WHERE meeting IS NOT NULL;

-- Stems of words that stand in texts with accents and that nobody finds who types them without, under the word without.
CREATE TABLE index_spelling (
    word TEXT NOT NULL, -- folded, behind the letter of its language
    term TEXT NOT NULL, -- the stem as the index has it
    PRIMARY KEY (word, term)
) STRICT, WITHOUT ROWID;

-- The stems of each row and their places, each behind the letter of its language; the texts themselves are not in it.
CREATE VIRTUAL TABLE index_word USING fts5 (title, body, content='', contentless_delete=1, tokenize='ascii');

CREATE TRIGGER index_paper AFTER INSERT ON papers_paper BEGIN
    DELETE FROM index_due WHERE kind = 'paper' AND symbol = new.symbol;
    INSERT INTO index_due (kind, symbol) VALUES ('paper', new.symbol);
END;
CREATE TRIGGER index_paper_text AFTER INSERT ON papers_text BEGIN
    DELETE FROM index_due WHERE kind = 'paper' AND symbol = new.symbol;
    INSERT INTO index_due (kind, symbol) VALUES ('paper', new.symbol);
END;
CREATE TRIGGER index_decision AFTER INSERT ON decisions_decision BEGIN
    DELETE FROM index_due WHERE kind = 'decision' AND symbol = new.symbol;
    INSERT INTO index_due (kind, symbol) VALUES ('decision', new.symbol);
END;
CREATE TRIGGER index_decision_corrected AFTER INSERT ON decisions_later WHEN new.kind = 'corrected' BEGIN
    DELETE FROM index_due WHERE kind = 'decision' AND symbol = new.decision;
    INSERT INTO index_due (kind, symbol) VALUES ('decision', new.decision);
END;
CREATE TRIGGER index_minutes AFTER INSERT ON minutes_revision BEGIN
    DELETE FROM index_due WHERE kind = 'minutes' AND symbol = new.meeting;
    INSERT INTO index_due (kind, symbol) VALUES ('minutes', new.meeting);
END;
CREATE TRIGGER index_minutes_adopted AFTER INSERT ON minutes_adopted BEGIN
    DELETE FROM index_due WHERE kind = 'minutes' AND symbol = new.meeting;
    INSERT INTO index_due (kind, symbol) VALUES ('minutes', new.meeting);
END;
-- Whether a meeting is kept for members, its days and its body can change, and one that is corrected is written anew: what belongs
-- to it is taken in again.
CREATE TRIGGER index_meeting AFTER UPDATE ON meetings_meeting BEGIN
    DELETE FROM index_due WHERE (kind, symbol) IN (SELECT kind, symbol FROM index_text WHERE meeting = old.symbol);
    INSERT INTO index_due (kind, symbol) SELECT DISTINCT kind, symbol FROM index_text WHERE meeting = old.symbol;
END;
CREATE TRIGGER index_meeting_corrected AFTER INSERT ON meetings_meeting BEGIN
    DELETE FROM index_due WHERE (kind, symbol) IN (SELECT kind, symbol FROM index_text WHERE meeting = new.symbol);
    INSERT INTO index_due (kind, symbol) SELECT DISTINCT kind, symbol FROM index_text WHERE meeting = new.symbol;
END;
