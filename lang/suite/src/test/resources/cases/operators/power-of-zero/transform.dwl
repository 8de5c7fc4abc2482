0 pow -1
