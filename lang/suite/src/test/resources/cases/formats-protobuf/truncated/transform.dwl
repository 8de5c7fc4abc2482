%dw 2.0
input payload application/x-protobuf messageType='examples.descriptor.MyMessage',descriptorUrl="classpath://schema.proto"
output application/json
---
payload
