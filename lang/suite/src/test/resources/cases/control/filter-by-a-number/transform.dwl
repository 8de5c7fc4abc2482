[1, 2] filter $
