[1] map 5
