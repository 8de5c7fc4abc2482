[a as Number < 3, a is Array<Array<String>>, f<String, Array<Number>>(a), a < b]
