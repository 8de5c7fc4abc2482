import * from dw::core::Types
type Name = String
---
{a: unionItems(Name)}
