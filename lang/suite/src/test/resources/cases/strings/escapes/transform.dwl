["tab\there", 'it\'s', "q\"q", `back \$(1)`, "\u00e9", "a
b", "\\", "\$n"]
