%dw 2.0
input payload multipart/form-data boundary="34b21"
output application/json
---
{text: payload.parts.text.content ++ ":" ++ payload.parts[1].headers."Content-Disposition".filename, year: payload.parts.file1.content.year, title: payload.parts[1].content.title, html: payload.parts.file2.content is Binary, names: keysOf(payload.parts)}
