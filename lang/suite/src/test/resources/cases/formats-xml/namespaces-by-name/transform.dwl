%dw 2.0
ns a http://one.example
ns b http://two.example
output application/json
---
{
  any: payload.root.name,
  a: payload.root.a#name,
  b: payload.root.b#name,
  all: payload.root.*name,
  none: payload.b#root,
  uri: payload.root.b#name.#,
  ofKeys: (payload.root pluck $$) map $.#
}
