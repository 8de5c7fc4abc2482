%dw 2.0
// a line
/* a block
   of two lines */
var a = 1 /* behind */
---
/* before */ [a, // one
  2 /* two */]
