type Tree = {value: Number, children: Array<Tree>}
fun total(t: Tree): Number = t.value + sum(t.children map total($))
---
[total(payload), total({value: 1, children: []}), total({value: 1})]
