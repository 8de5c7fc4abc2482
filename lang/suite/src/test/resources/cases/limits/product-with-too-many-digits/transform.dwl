(1 to 60) reduce (n, acc = 3) -> acc * acc
