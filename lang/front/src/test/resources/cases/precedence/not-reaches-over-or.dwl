[not a or b, !a or b]
