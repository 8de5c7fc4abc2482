typeOf(payload) == String
