%dw 2.0
type Answer = {answer: Number}
output :Answer application/json indent=false
---
{answer: 42}
