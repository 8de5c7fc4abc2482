[5, 3, 8, 1] filter $ > 2 orderBy $ map $ * 10 reduce $ + $$
