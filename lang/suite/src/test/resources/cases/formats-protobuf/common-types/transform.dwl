%dw 2.0
output application/json
var properties = {messageType: "w.W", descriptorUrl: "classpath://schema.proto"}
---
read(write({at: |2024-02-29T10:20:30|, took: |PT1M30S|, any: {a: [1, null, true]}, count: 0, other: {x: 1}}, "application/x-protobuf", properties), "application/x-protobuf", properties)
