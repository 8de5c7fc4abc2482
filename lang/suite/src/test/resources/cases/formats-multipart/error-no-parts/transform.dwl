%dw 2.0
output multipart/form-data
---
{a: 1}
