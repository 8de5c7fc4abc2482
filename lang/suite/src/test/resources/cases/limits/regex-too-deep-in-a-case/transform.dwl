import repeat from dw::core::Strings
---
repeat("ab", 200000) match { case matches /(a|b)*/ -> 1 else -> 2 }
