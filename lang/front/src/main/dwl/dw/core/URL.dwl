%dw 2.0

type URI = {isValid: Boolean, host?: String, authority?: String, fragment?: String, path?: String, port?: Number, query?: String, scheme?: String, user?: String, isAbsolute?: Boolean, isOpaque?: Boolean}

/** A URL of fixed parts and encoded values. */
fun compose(parts: Array<String>, interpolation: Array): String =
  (parts map ((part, i) -> part ++ (if (i < sizeOf(interpolation)) encodeURIComponent(interpolation[i] as String) else ""))) joinBy ""

/** The text without percent escapes; those of reserved characters stay. */
fun decodeURI(text: String): String = native("uris::decode")
fun decodeURIComponent(text: String): String = native("uris::decodeComponent")

/** The text with percent escapes; reserved characters stay. */
fun encodeURI(text: String): String = native("uris::encode")
fun encodeURIComponent(text: String): String = native("uris::encodeComponent")

/** The parts of a URI. */
fun parseURI(uri: String): URI = native("uris::parse")
