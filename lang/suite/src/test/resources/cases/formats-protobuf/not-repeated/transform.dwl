output application/x-protobuf messageType="examples.descriptor.MyMessage", descriptorUrl="classpath://schema.proto"
---
{myInt: 1, myInt: 2}
