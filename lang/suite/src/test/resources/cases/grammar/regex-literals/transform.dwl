["a1b22" scan /(\d+)/, "x/y" splitBy /\//, "AB" matches /(?i)ab/]
