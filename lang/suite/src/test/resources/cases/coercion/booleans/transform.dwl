["true" as Boolean, "FALSE" as Boolean, true as String, ("true" as Key) as Boolean]
