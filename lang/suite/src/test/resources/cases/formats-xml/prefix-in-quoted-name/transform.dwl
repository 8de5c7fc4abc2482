%dw 2.0
output application/xml
ns xsi http://www.w3.org/2001/XMLSchema-instance
---
"soap:Envelope" @(
  "xmlns:soap": "http://schemas.xmlsoap.org/soap/envelope/",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xsi:schemaLocation": "http://acme.com acme.xsd",
  "xml:lang": "en"
): {
  "soap:Body": {
    order @(xmlns: "http://acme.com", xsi#"type": "big"): "1"
  }
}
