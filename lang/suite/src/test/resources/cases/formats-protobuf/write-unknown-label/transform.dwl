output application/x-protobuf messageType="examples.enumerations.Langs", descriptorUrl="classpath://schema.proto"
---
{okayLanguage: "Skala"}
