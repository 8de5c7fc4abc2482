import * from dw::core::Strings
var s = "a😀b"
---
{size: sizeOf(s), characters: s splitBy "", reversed: reverse(s), upper: upper("ß😀"), filtered: s filter $ != "a", mapped: s mapString "<$($)>", folded: s reduce ((c, all = "") -> c ++ all), code: charCode(s[1 to 2]), at: s find "b", part: substring(s, 1, 3)}
