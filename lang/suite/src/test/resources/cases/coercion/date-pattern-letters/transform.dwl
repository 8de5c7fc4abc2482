var d = |2020-11-10T13:44:12.283Z|
---
[d as String {format: "F"}, d as String {format: "'F' F"}, d as String {format: "qqq"}, d as String {format: "QQQ"}, d as String {format: "D"}, d as String {format: "w"}, d as String {format: "e"}, d as String {format: "SSS"}]
