x is Null or x is String and x != ""
