%dw 2.0
output application/xml
---
{note: "x"} as Object {docType: {rootName: "note", systemId: "note.dtd", internalSubset: "<!ELEMENT note ANY>"}}
