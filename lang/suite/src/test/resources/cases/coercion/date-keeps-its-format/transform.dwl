var d = "31/12/2020" as Date {format: "dd/MM/yyyy"}
---
{written: d, next: d + |P1D|, text: "on $(d)", again: d as String {format: "yyyy"}, plain: (d as String {format: "yyyy-MM-dd"}) as Date}
