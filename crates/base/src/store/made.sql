-- Which database files this folder has: one that is noted here and is gone was lost, and is not made anew.
CREATE TABLE made_file (
    file TEXT PRIMARY KEY -- its name in the folder
) STRICT;
