%dw 2.0
output text/plain encoding="nowhere"
---
"x"
