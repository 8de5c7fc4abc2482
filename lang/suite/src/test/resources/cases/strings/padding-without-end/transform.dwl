import leftPad from dw::core::Strings
---
leftPad("a", 2000000000)
