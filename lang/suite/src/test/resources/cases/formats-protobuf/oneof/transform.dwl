%dw 2.0
output application/json
var properties = {messageType: "examples.oneof.ThisOrThat", descriptorUrl: "classpath://schema.proto"}
---
read(write({that: false}, "application/x-protobuf", properties), "application/x-protobuf", properties)
