import * from dw::core::URL
output application/json
var name = "a&b=c"
---
{
  component: encodeURIComponent("ü€😀~'()!*"),
  back: decodeURIComponent("%C3%BC%E2%82%AC%F0%9F%98%80+%2B"),
  whole: encodeURI("http://h/a b?ü#x%"),
  kept: decodeURI("%41%23%3F%2f%26"),
  composed: compose `http://h/$(name)?n=$(1 + 1)`,
  roundTrip: decodeURIComponent(encodeURIComponent(";,/?:@&=+\$# %")) == ";,/?:@&=+\$# %"
}
