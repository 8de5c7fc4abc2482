output application/x-protobuf messageType="examples.oneof.ThisOrThat", descriptorUrl="classpath://schema.proto"
---
{this: true, that: false}
