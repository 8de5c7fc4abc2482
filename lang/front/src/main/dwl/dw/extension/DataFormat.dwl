%dw 2.0

type MimeType = String

/** Settings of a reader or writer. */
type Settings = Object

/** No settings. */
type EmptySettings = Object

/** The encoding in which a writer writes. */
type EncodingSettings = {encoding?: String {defaultValue: "UTF-8"}}

/** A format that is written in the language. */
type DataFormat<ReaderSettings <: Settings, WriterSettings <: Settings> = {
  binaryFormat?: Boolean,
  defaultCharset?: String,
  fileExtensions?: Array<String>,
  acceptedMimeTypes: Array<MimeType>,
  reader: (content: Binary, charset: String, settings: ReaderSettings) -> Any,
  writer: (value: Any, settings: WriterSettings) -> Binary
}

/** Marks the variable that holds a format. */
annotation DataFormatExtension()
