import repeat from dw::core::Strings
---
repeat("ab", 100000) matches /(a|b)*/
