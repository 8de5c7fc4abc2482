%dw 2.0
var name = "Ann"
---
[
  "double \"quoted\"",
  'single \'quoted\' with "double"',
  `back "tick" 'all' $(name)`,
  "tab\tline\nunicode \u00e9 \\ \$name",
  "sum $(1 + 2) of $name and $(name ++ "$(1)")",
  "two
lines"
]
