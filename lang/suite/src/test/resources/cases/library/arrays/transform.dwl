import * from dw::core::Arrays
---
{a: [1, 2, 3, 4, 5] divideBy 2, b: [1, 2, 3] partition $ > 1, c: [1, 2, 3] takeWhile $ < 3, d: [1, 2, 3] sumBy $ * 2, e: join([{i: 1}], [{i: 1, n: "x"}, {i: 2}], (l) -> l.i, (r) -> r.i), f: [3, 1] some ($ == 1), g: [5, 6] indexOf 6, h: [1, 2, 3] drop 1}
