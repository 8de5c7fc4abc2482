{a: sizeOf payload}
