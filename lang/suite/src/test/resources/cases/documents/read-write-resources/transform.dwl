var doc = read("<a><b>1</b></a>", "application/xml")
var rows = readUrl("classpath://rows.csv", "application/csv")
---
{b: doc.a.b, rows: rows.name, json: write({x: 1}, "application/json", {indent: false})}
