%dw 2.0

type ExternalId = {publicId?: String, systemId?: String}
type DocType = {rootName: String, publicId?: String, systemId?: String, internalSubset?: String}

/**
 * Document type declaration on one line.
 *
 *     docTypeAsString({rootName: "note", systemId: "note.dtd"})
 *     => "note SYSTEM note.dtd"
 *
 *     docTypeAsString({rootName: "html", publicId: "-//W3C//DTD HTML 4.01//EN", systemId: "strict.dtd"})
 *     => "html PUBLIC -//W3C//DTD HTML 4.01//EN strict.dtd"
 */
@Since(version = "2.5.0")
fun docTypeAsString(docType: DocType): String =
  docType.rootName
    ++ (if (docType.publicId != null) " PUBLIC " ++ docType.publicId ++ " " ++ (docType.systemId default "")
        else if (docType.systemId != null) " SYSTEM " ++ docType.systemId
        else "")
    ++ (if (docType.internalSubset != null) " [" ++ docType.internalSubset ++ "]" else "")
