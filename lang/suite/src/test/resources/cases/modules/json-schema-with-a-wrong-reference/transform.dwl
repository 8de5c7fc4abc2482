import * from jsonschema!Broken
---
1
