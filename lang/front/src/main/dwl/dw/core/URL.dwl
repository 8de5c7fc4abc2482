%dw 2.0

/** What a URI consists of; parts that it lacks are absent. */
type URI = {isValid: Boolean, host?: String, authority?: String, fragment?: String, path?: String, port?: Number, query?: String, scheme?: String, user?: String, isAbsolute?: Boolean, isOpaque?: Boolean}

/**
 * URL of fixed parts with encoded values between them; also an interpolator.
 *
 *     compose(["http://example.com/", "/page"], ["content folder"])
 *     => "http://example.com/content%20folder/page"
 *
 *     compose `http://example.com/$("a/b")?q=$(1 + 1)`
 *     => "http://example.com/a%2Fb?q=2"
 */
fun compose(parts: Array<String>, interpolation: Array<String>): String =
  (parts map ((part, i) -> part ++ (if (i < sizeOf(interpolation)) encodeURIComponent(interpolation[i]) else ""))) joinBy ""

/**
 * Text of a URI without percent escapes, except those of characters that part a URI.
 *
 *     decodeURI("http://a/%20b%23c")
 *     => "http://a/ b%23c"
 */
fun decodeURI(text: String): String = native("uris::decode")

/**
 * Text without percent escapes.
 *
 *     decodeURIComponent("a%2Fb%20%C3%A4")
 *     => "a/b ä"
 *
 *     decodeURIComponent("100%")
 *     => error WRONG-ARGUMENT
 */
fun decodeURIComponent(text: String): String = native("uris::decodeComponent")

/**
 * URI with percent escapes for characters that a URI cannot have; those that part it stay.
 *
 *     encodeURI("http://a/b c?d=ä")
 *     => "http://a/b%20c?d=%C3%A4"
 */
fun encodeURI(text: String): String = native("uris::encode")

/**
 * Text with percent escapes, ready to be one part of a URI.
 *
 *     encodeURIComponent("a/b c?")
 *     => "a%2Fb%20c%3F"
 */
fun encodeURIComponent(text: String): String = native("uris::encodeComponent")

/**
 * Parts of a URI.
 *
 *     parseURI("https://ada@example.com:8443/a%20b?q=1#top") - "raw"
 *     => {isValid: true, host: "example.com", authority: "ada@example.com:8443", fragment: "top", path: "/a b", port: 8443, query: "q=1", scheme: "https", user: "ada", isAbsolute: true, isOpaque: false}
 *
 *     parseURI("mailto:ada@example.com").isOpaque
 *     => true
 *
 *     parseURI("no uri").isValid
 *     => false
 */
fun parseURI(uri: String): URI = native("uris::parse")
