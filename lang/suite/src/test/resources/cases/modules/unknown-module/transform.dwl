import dw::core::Arays
---
1
