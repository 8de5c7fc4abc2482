{a: 1} map $
