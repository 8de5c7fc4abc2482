%dw 2.0
output application/json
var properties = {messageType: "examples.enumerations.Langs", descriptorUrl: "classpath://schema.proto"}
---
read(write({okayLanguage: "Scala", bestLanguage: "Java"}, "application/x-protobuf", properties), "application/x-protobuf", properties)
