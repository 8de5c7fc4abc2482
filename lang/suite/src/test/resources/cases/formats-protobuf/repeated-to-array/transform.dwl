%dw 2.0
input payload application/x-protobuf messageType='examples.repeated.People',descriptorUrl="classpath://schema.proto"
output application/json
---
names: payload.*names
