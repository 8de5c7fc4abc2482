import * from dw::Runtime
output application/json
var json = findDataFormatDescriptorByMime({"type": "application", subtype: "json", parameters: {}})
---
[json.name, json is DataFormatDescriptor, json.writerProperties.name contains "indent",
  findDataFormatDescriptorByMime({"type": "*", subtype: "xml", parameters: {}}).defaultMimeType,
  findDataFormatDescriptorByMime({"type": "*", subtype: "*", parameters: {}})]
