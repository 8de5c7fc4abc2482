%dw 2.0
input payload application/csv streaming=true
output application/json
---
payload filter ($.n > "1") map $.n
