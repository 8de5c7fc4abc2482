[log("x", 1), log(1)]
