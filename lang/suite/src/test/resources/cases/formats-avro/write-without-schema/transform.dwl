output application/avro
---
[]
