1 + 2 * 3 == 7 and 4 > 3 or false
