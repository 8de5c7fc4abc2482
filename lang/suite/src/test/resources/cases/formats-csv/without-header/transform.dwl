%dw 2.0
input payload application/csv header=false
output application/json
---
{first: payload[0], byIndex: payload[1][0], byName: payload[1].column_1}
