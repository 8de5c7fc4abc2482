{a: 1 when b otherwise 2}
