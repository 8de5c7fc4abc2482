output application/x-protobuf messageType="m.M", descriptorUrl="classpath://schema.proto"
---
{names: {one: "1"}}
