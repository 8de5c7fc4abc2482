%dw 2.0
input payload application/x-protobuf messageType='A',descriptorUrl="classpath://schema.proto"
output application/json
---
payload
