output :String application/json
---
"x"
