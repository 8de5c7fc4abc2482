[true, false, null]
