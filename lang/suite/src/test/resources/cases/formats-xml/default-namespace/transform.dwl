%dw 2.0
output application/json
---
{
  root: payload.root.#,
  inside: payload.root.a.#,
  undeclared: payload.root.b.c.#,
  attribute: (payload.root.a.@ pluck $$) map $.#
}
