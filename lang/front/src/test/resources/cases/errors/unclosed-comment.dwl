1 + /* two
