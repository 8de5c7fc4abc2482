import capitalise, camelize from dw::core::Strings
---
camelize("x")
