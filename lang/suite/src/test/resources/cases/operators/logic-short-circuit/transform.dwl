[false and (1 / 0 == 1), true or (1 / 0 == 1), not true, not (true and false), "true" and true]
