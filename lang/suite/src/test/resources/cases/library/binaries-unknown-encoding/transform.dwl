import * from dw::core::Binaries
---
("x" as Binary) readLinesWith "NOPE"
