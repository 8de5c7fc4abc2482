import java!java::time::Duration
---
[null, true, 1, 1.5, "a", [], {}, 1 to 2, |2020-01-01|, |2020-01-01T00:00:00Z|, |2020-01-01T00:00:00|, |10:00|, |10:00Z|, |+01:00|, |P1D|, /a/, "a" as Binary, "a" as Key, "a" as Uri, Number, (x) -> x, upper] map (typeOf($) as String)
