%dw 1.0
%output application/json
%var a = 1
%function twice(x) x * 2
%namespace ns0 http://example.com
---
a
