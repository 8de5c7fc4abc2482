import java!java::util::Objects
import java!java::lang::StringBuilder as Text
import max from java!java::lang::Math
---
[Objects::isNull(null), Objects::toString("x"), max(3, 4), Text::toString(Text::new("built"))]
