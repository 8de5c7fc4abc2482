import * from dw::core::Strings
---
levenshteinDistance(repeat("a", 100000), repeat("b", 100000))
