%dw 2.0
output text/plain
---
1.50
