import * from xmlschema!a::B
---
1
