import * from dw::core::Arrays
import dw::core::Strings
import camelize, capitalize as cap from dw::core::Strings
ns ns0 http://a
type T = String
var used = 1
var other = used
fun f(x) = x
---
do {
  var inner = 1
  ---
  used
}
