[2 pow 10, 2 pow -1, 9 pow 0.5, 0 pow 0, 1.1 pow 2, -2 pow 3]
