-- Some tokens open a feed alone, so that a telephone need not hold what opens everything of a purpose.
ALTER TABLE token ADD COLUMN opens TEXT NOT NULL DEFAULT 'purposes' CHECK (opens IN ('purposes', 'feed'));
