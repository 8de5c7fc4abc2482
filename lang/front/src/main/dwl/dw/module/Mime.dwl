%dw 2.0

type MimeTypeParameter = {_?: String}

/** Category, kind within it, and parameters of a media type. */
type MimeType = {"type": String, subtype: String, parameters: MimeTypeParameter}
type MimeTypeError = {message: String}

/** Result, or what went wrong. */
type Result<T, E> = {success: Boolean, result?: T, error?: E}

/**
 * Parts of a media type.
 *
 *     fromString("multipart/form-data; boundary=the-boundary")
 *     => {success: true, result: {"type": "multipart", subtype: "form-data", parameters: {boundary: "the-boundary"}}}
 *
 *     fromString('text/plain;charset="UTF-8"').result.parameters.charset
 *     => "UTF-8"
 *
 *     fromString("nonsense")
 *     => {success: false, error: {message: "Unable to find a sub type in `nonsense`."}}
 */
@Since(version = "2.7.0")
fun fromString(mimeType: String): Result<MimeType, MimeTypeError> = do {
  var parts = (mimeType splitBy ";") map trim($)
  var names = parts[0] splitBy "/"
  ---
  if (sizeOf(names) == 2 and !isBlank(names[0]) and !isBlank(names[1]))
    {success: true, result: {
      "type": trim(names[0]), subtype: trim(names[1]),
      parameters: {((parts filter ((part, i) -> i > 0 and !isEmpty(part))) map parameter($))}
    }}
  else {success: false, error: {message: "Unable to find a sub type in `$(mimeType)`."}}
}

@Internal(permits = [])
fun parameter(text: String): Object = do {
  var at = text find "="
  ---
  if (isEmpty(at)) {(text): ""}
  else {(trim(text[0 to at[0] - 1] default "")): unquoted(trim(text[(at[0] + 1) to -1] default ""))}
}

@Internal(permits = [])
fun unquoted(text: String): String =
  if (sizeOf(text) > 1 and text[0] == '"' and text[-1] == '"') text[1 to -2] default "" else text

/**
 * Whether the first media type, which may have wildcards, takes in the second.
 *
 *     {"type": "application", subtype: "*+xml", parameters: {}} isHandledBy {"type": "application", subtype: "soap+xml", parameters: {}}
 *     => true
 *
 *     {"type": "application", subtype: "json", parameters: {}} isHandledBy {"type": "*", subtype: "*", parameters: {}}
 *     => false
 */
@Since(version = "2.7.0")
fun isHandledBy(base: MimeType, other: MimeType): Boolean =
  takesIn(base."type", other."type") and takesIn(base.subtype, other.subtype)

@Internal(permits = [])
fun takesIn(pattern: String, name: String): Boolean =
  pattern == "*" or lower(pattern) == lower(name) or (pattern startsWith "*+") and (lower(name) endsWith lower(pattern[1 to -1]))

/**
 * Text of a media type.
 *
 *     toString({"type": "multipart", subtype: "form-data", parameters: {boundary: "my-boundary"}})
 *     => "multipart/form-data;boundary=my-boundary"
 */
@Since(version = "2.7.0")
fun toString(mimeType: MimeType): String =
  mimeType."type" ++ "/" ++ mimeType.subtype ++ ((mimeType.parameters pluck ((value, key) -> ";" ++ key ++ "=" ++ value)) joinBy "")
