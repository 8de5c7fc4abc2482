import * from dw::core::String
---
1
