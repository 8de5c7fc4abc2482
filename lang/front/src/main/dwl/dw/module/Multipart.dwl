%dw 2.0

/** Part of a multipart body. */
type MultipartPart = {headers?: {"Content-Disposition"?: {name: String, filename?: String}, "Content-Type"?: String}, content: Any}

/** Multipart body; the parts stand under their names. */
type Multipart = {preamble?: String, parts: {_?: MultipartPart}}

/**
 * Part that holds a value.
 *
 *     field("order", {id: 1}, "application/json", "order.json")
 *     => {headers: {"Content-Type": "application/json", "Content-Disposition": {name: "order", filename: "order.json"}}, content: {id: 1}}
 *
 *     field({value: "Ada", name: "user"})
 *     => {headers: {"Content-Disposition": {name: "user"}}, content: "Ada"}
 */
fun field(opts: {|name: String, value: Any, mime?: String, fileName?: String|}): MultipartPart =
  field(opts.name, opts.value, opts.mime default "", opts.fileName default "")
fun field(name: String, value: Any, mime: String = "", fileName: String = ""): MultipartPart = {
  headers: {
    ("Content-Type": mime) if (mime != ""),
    "Content-Disposition": {name: name, (filename: fileName) if (fileName != "")}
  },
  content: value
}

/**
 * Part that holds a file of the application.
 *
 *     file("orders", "no/such/file.xml")
 *     => error NOT-FOUND
 */
@RuntimePrivilege(requires = "Resource")
fun file(opts: {|name: String, path: String, mime?: String, fileName?: String|}): MultipartPart =
  file(opts.name, opts.path, opts.mime default "application/octet-stream", opts.fileName default "filename")
@RuntimePrivilege(requires = "Resource")
fun file(fieldName: String, path: String, mime: String = "application/octet-stream", sentFileName: String = "filename"): MultipartPart = {
  headers: {"Content-Type": mime, "Content-Disposition": {name: fieldName, filename: sentFileName}},
  content: readUrl(if (path contains "://") path else "classpath://" ++ path, "application/octet-stream")
}

/**
 * Body of parts, each under the name in its headers.
 *
 *     form([field("a", 1), field("b", 2)]).parts.b.content
 *     => 2
 */
fun form(parts: Array<MultipartPart>): Multipart = {
  parts: {(parts map ((part) -> {(part.headers."Content-Disposition".name default ""): part}))}
}

/**
 * Random characters to part the parts.
 *
 *     generateBoundary(40) matches /[a-zA-Z0-9]{40}/
 *     => true
 *
 *     sizeOf(generateBoundary())
 *     => 70
 */
fun generateBoundary(len: Number = 70): String =
  ((1 to len) map ((i) -> "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"[randomInt(62)])) joinBy ""
