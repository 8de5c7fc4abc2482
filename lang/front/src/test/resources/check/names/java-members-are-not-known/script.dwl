import java!org::acme::Tool
---
Tool::run(1)
