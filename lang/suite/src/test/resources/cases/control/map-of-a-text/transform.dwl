"abc" map $
