import * from dw::module::Mime
output application/json
---
[
  fromString('text/plain; charset="UTF-8";q=0.5').result.parameters,
  fromString("a/"),
  toString(fromString("multipart/mixed; boundary=x").result),
  ["*/*", "text/*", "*/xml", "application/*+xml", "TEXT/XML"] map isHandledBy(fromString($).result, fromString("text/xml").result)
]
