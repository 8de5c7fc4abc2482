import * from dw::core::URL
output application/json
---
["http://[::1]:8080/a?b=c%20d#e", "a/b?c", "http://my_host/x", "urn:isbn:123", "http://h:80x/", "%zz", "", "a b",
  "file:///a", "1a:b", "http://ü.de/ä", "http://h/a|b", "?q", "http://h#"]
  map ((uri) -> parseURI(uri) then [$.isValid, $.scheme, $.host, $.port, $.path, $.query, $.fragment])
