%dw 2.0
import generateBoundary from dw::module::Multipart
output application/json
---
{long: sizeOf(generateBoundary()), short: generateBoundary(5) matches /[0-9A-Za-z-_=]{5}/}
