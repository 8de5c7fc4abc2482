%dw 2.0
output application/flatfile schemaPath="classpath://schema.ffd", recordTerminator="crlf"
---
{
  HDR: {Created: |2024-01-31|, At: |10:15:00|},
  Order: [
    {ORD: {Number: 1, Customer: "Ada Lovelace"}, LIN: [{Article: "bolt", Price: 12.5}, {Article: "nut", Price: 0.99}], NOT: [{Text: "by express"}]},
    {ORD: {Number: 2, Customer: "Charles"}, LIN: [{Article: "gear", Price: 1234.56}]}],
  TRL: {Count: 2}
}
