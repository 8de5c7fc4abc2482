%dw 2.0

type MimeType = {|'type': String, subtype: String, parameters: Object|}

/** The parts of a media type. */
fun fromString(mimeType: String): Object = do {
  var parts = (mimeType splitBy ";") map trim($)
  var names = parts[0] splitBy "/"
  var pairs = if (sizeOf(parts) > 1) parts[1 to -1] else []
  ---
  if (sizeOf(names) == 2)
    {success: true, result: {
      'type': names[0], subtype: names[1],
      parameters: {(pairs map ((pair) -> {((pair splitBy "=")[0]): (pair splitBy "=")[1] default ""}))}
    }}
  else {success: false, error: {message: "Unable to find a sub type in `$(mimeType)`."}}
}

/** Whether a media type, perhaps with wildcards, takes in another. */
fun isHandledBy(base: MimeType, other: MimeType): Boolean =
  (base.'type' == "*" or base.'type' == other.'type') and (base.subtype == "*" or base.subtype == other.subtype)

/** The media type as a text. */
fun toString(mimeType: MimeType): String =
  mimeType.'type' ++ "/" ++ mimeType.subtype ++ ((mimeType.parameters pluck ((value, key) -> ";" ++ key ++ "=" ++ value)) joinBy "")
