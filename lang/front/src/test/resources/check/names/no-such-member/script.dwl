import dw::core::Strings
---
Strings::pluralise("x")
