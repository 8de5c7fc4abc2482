import * from dw::core::Strings
---
capitalise("a")
