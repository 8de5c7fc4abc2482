%dw 2.0

type MultipartPart = {headers?: Object, content: Any}
type Multipart = {preamble?: String, parts: Object}

/** A part with a value. */
fun field(opts: {|name: String, value: Any, mime?: String, fileName?: String|}): MultipartPart =
  field(opts.name, opts.value, opts.mime default "", opts.fileName default "")
fun field(name: String, value: Any, mime: String = "", fileName: String = ""): MultipartPart = {
  headers: {
    ("Content-Type": mime) if (mime != ""),
    "Content-Disposition": {name: name, (filename: fileName) if (fileName != "")}
  },
  content: value
}

/** A part with the content of a file. */
fun file(opts: {|name: String, path: String, mime?: String, fileName?: String|}): MultipartPart =
  file(opts.name, opts.path, opts.mime default "application/octet-stream", opts.fileName default "filename")
fun file(fieldName: String, path: String, mime: String = "application/octet-stream", sentFileName: String = "filename"): MultipartPart = {
  headers: {"Content-Type": mime, "Content-Disposition": {name: fieldName, filename: sentFileName}},
  content: readUrl(path, "application/octet-stream")
}

/** All parts. */
fun form(parts: Array<MultipartPart>): Multipart = {
  parts: {(parts map ((part) -> {(part.headers."Content-Disposition".name default ""): part}))}
}

/** Characters that separate parts. */
fun generateBoundary(len: Number = 70): String =
  ((1 to len) map ((i) -> "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"[randomInt(62)])) joinBy ""
