keysOf([{a: 1}])
