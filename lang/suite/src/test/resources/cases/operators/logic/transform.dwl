[not true or true, !true or true, true and false, false or true, not (1 == 2)]
