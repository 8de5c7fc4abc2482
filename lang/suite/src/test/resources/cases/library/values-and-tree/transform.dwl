import * from dw::util::Values
import * from dw::util::Tree
---
{a: {u: {n: 1}} update ["u", "n"] with $ + 1, b: {p: {secret: "x"}} mask "secret" with "***", c: {a: [1, {b: 2}]} mapLeafValues ((v, p) -> v * 10)}
