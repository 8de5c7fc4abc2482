%dw 2.0
output application/json
var properties = {messageType: "examples.repeated.People", descriptorUrl: "classpath://schema.proto"}
---
read(write(reduce(["Mariano", "Ana"], (item, acc = {}) -> acc ++ {names: item}), "application/x-protobuf", properties), "application/x-protobuf", properties)
