import * from dw::core::Arrays
import dw::core::Strings
import camelize, capitalize as cap from dw::core::Strings
ns ns0 http://a
type T = String
var other: T = cap(camelize("x"))
---
{ns0#a: other, b: [1] some $ > 1, c: Strings::pluralize("x")}
