-- A password that somebody else set serves for a few days only.

ALTER TABLE person ADD COLUMN first_until_us INTEGER; -- until when a first password is taken; none for one of one's own
