1 + ((1 to 5000) reduce (n, acc = []) -> [acc])
