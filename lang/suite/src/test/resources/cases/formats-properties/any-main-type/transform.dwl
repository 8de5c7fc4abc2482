%dw 2.0
output application/json
---
read("a=1", "application/x-java-properties") ++ read("b=2", "text/properties")
