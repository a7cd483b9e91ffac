-- Who may see a document can be decided anew: it is taken in again, with the class that it has now.
CREATE TRIGGER index_paper_class AFTER UPDATE ON papers_paper BEGIN
    DELETE FROM index_due WHERE kind = 'paper' AND symbol = new.symbol;
    INSERT INTO index_due (kind, symbol) VALUES ('paper', new.symbol);
END;
