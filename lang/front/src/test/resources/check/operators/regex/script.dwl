["a" matches /(/, "a" matches /(a)/]
