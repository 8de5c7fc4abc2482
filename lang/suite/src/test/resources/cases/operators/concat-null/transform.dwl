var none = {}.name
---
"Hi " ++ none
