sizeOf(write({a: 1}, "application/dwb")) > 4
