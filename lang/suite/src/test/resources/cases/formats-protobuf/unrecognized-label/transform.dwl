%dw 2.0
input payload application/x-protobuf messageType='examples.enumerations.Langs',descriptorUrl="classpath://schema.proto"
output application/dw
---
payload
