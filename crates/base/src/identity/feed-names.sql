-- A conference has more feeds than one: a token says which it opens. Those of before were all made for the calendar.
ALTER TABLE token ADD COLUMN feed TEXT; -- code of the feed that it opens alone; nothing where it opens purposes
UPDATE token SET feed = 'calendar' WHERE opens = 'feed';
