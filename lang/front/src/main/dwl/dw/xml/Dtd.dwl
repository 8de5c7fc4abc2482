%dw 2.0

type ExternalId = {publicId?: String, systemId?: String}
type DocType = {rootName: String, publicId?: String, systemId?: String, internalSubset?: String}

/** The document type declaration as a text. */
fun docTypeAsString(docType: DocType): String =
  docType.rootName
    ++ (if (docType.publicId != null) " PUBLIC " ++ docType.publicId ++ " " ++ (docType.systemId default "")
        else if (docType.systemId != null) " SYSTEM " ++ docType.systemId
        else "")
    ++ (if (docType.internalSubset != null) " [" ++ docType.internalSubset ++ "]" else "")
