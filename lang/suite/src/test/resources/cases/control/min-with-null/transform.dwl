var prices = [3, null]
---
{cheapest: min(prices)}
