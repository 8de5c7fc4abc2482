xs reduce ($$ + $)
