output application/json
---
{
  ok: "1" as Number,
  bad: "1,5" as Number
}
