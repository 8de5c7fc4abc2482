import * from dw::core::Strings
---
{a: "a-b-c" splitBy "-", b: "x1y2" replace /\d/ with ("<" ++ $[0] ++ ">"), c: "ab" scan /[a-z]/, d: ["a", 1, true] joinBy ",", e: "banana" find "an", f: "k=v" match /(\w)=(\w)/, g: camelize("a_big_day"), h: leftPad("7", 3, "0"), i: substringAfterLast("a/b/c", "/"), j: "abc" reduce ((c, acc = "") -> c ++ acc), k: "hello" filter $ != "l"}
