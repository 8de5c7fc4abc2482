[[1, 2], [3]] map (row) -> row map $ * 2 filter $ > 2
