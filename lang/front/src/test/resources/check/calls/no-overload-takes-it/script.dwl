upper([1, 2])
