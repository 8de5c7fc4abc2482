%dw 2.0
import dw::core::Strings
import * from dw::core::Arrays
import first, second as other from my::own::Module
import my::Mapping as Short
import java!com::acme::Tool
ns ex http://example.com/a-b/#c
input payload application/csv separator=";", header=false
input extra: Array<String> json
output application/problem+json with json indent=false, skipNullOn="everywhere"
var base = 10
var limit: Number = base * 2
type Id = String | Number
type Box<T> = {value: T}
type Native = ???
annotation Owner(name: String, team: String = "core")
@Owner(name = "me")
@TailRec()
fun sum<T <: Number>(a: T, b: T = 1,): Number = a + b
fun sum(a: String): ? = a
---
payload
