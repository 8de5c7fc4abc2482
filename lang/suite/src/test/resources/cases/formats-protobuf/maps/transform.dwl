%dw 2.0
output application/json
var properties = {messageType: "m.M", descriptorUrl: "classpath://schema.proto"}
---
read(write({names: {"1": "one", "-2": "two"}, nested: {a: {names: {"3": "x"}}}}, "application/x-protobuf", properties), "application/x-protobuf", properties)
