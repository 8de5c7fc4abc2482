%dw 2.0
import dw::module::Multipart
output multipart/form-data boundary="b"
---
Multipart::form([Multipart::field("a", "x"), Multipart::field({name: "j", value: {n: 1}, mime: "application/json", fileName: "j.json"}), Multipart::file("f", "note.txt", "text/plain", "n.txt")])
