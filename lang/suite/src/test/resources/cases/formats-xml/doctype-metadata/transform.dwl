%dw 2.0
import docTypeAsString from dw::xml::Dtd
output application/json
---
{all: payload.^docType, text: docTypeAsString(payload.^docType), note: payload.note}
