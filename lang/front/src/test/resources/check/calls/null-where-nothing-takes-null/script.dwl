[abs(null), upper(null), sizeOf(null)]
