import repeat from dw::core::Strings
---
repeat("ab", 3000000000)
