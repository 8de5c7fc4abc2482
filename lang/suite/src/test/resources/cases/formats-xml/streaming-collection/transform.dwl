%dw 2.0
input payload application/xml streaming=true collectionPath="root.list"
output application/json
---
{
  items: payload.root.list.*i map {n: $.@n, v: $},
  kind: payload.root.list.@kind,
  before: payload.root.text,
  all: payload.root,
  count: sizeOf(payload.root.list)
}
