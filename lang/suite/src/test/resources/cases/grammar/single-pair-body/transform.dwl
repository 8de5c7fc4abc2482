%dw 2.0
---
answer: 6 * 7
