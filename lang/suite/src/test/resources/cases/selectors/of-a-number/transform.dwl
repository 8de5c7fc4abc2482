var total = 5
---
total.amount
