import * from dw::module::Multipart
output application/json
---
file({name: "part", path: "data.txt", mime: "text/plain", fileName: "d.txt"}) then {
  headers: $.headers, text: $.content as String
}
