%dw 2.0
output multipart/form-data boundary="34b21"
---
{parts: {text: {headers: {"Content-Type": "text/plain"}, content: "Book"}, file1: {headers: {"Content-Disposition": {name: "other", filename: "a.json"}, "Content-Type": "application/json;charset=UTF-8"}, content: {n: 1}}, plain: {content: "no type"}}}
