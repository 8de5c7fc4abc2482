var orders = [{c: "b", v: 2}, {c: "a", v: 1}, {c: "b", v: 3}]
---
{by: orders groupBy $.c, sum: (orders groupBy $.c) mapObject {($$): sum($.v)}, sorted: orders orderBy -$.v map $.v, max: (orders maxBy $.v).v, distinct: (orders distinctBy $.c).v}
