[typeOf("a" as Key), keysOf({("b" as Key): 1})[0] as String, Number as String, typeOf(1) as String, (1 to 4) as String, (1 to 3) as Array, "http://a" as Uri, /a+/ as String, "a+" as Regex]
