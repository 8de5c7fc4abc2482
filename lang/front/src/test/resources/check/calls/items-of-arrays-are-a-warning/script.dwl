sum([{a: 1}])
