%dw 2.0 // the version
/* several
   lines */
var a = 1 // one /* not nested
---
a /* mid */ + /**/ 2 // end
