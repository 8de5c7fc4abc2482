import take from dw::core::Arrays
fun from(n) = [n ~ from(n + 1)]
fun pairs(n) = {"k$(n)": n ~ pairs(n + 1)}
---
[from(1)[5], from(1) take 2, (from(1) filter isEven($))[2], (from(1) map $ * 2)[0 to 2], from(1) match { case [a ~ rest] -> rest[0] }, pairs(1).k5]
