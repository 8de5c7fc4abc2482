%dw 2.0
input payload multipart/form-data boundary="34b21"
output multipart/form-data boundary="b"
---
{parts: {text: payload.parts.text, html: {content: payload.parts.file2.content}}}
