-- Where texts of a document do not go together, and somebody said that it is no fault.
CREATE TABLE papers_dismissed (
    symbol TEXT    NOT NULL, -- of the document
    flag   TEXT    NOT NULL, -- name of what does not go together: it follows from the paragraphs, 32 hexadecimal digits
    party  TEXT    NOT NULL, -- who said so
    reason TEXT    NOT NULL, -- why it is no fault
    at_us  INTEGER NOT NULL, -- when it was recorded, microseconds since 1970
    PRIMARY KEY (symbol, flag)
) STRICT, WITHOUT ROWID;
