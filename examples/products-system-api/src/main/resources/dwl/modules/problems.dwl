%dw 2.0

/** Texts for errors whose own description would show the caller our inside. */
var texts = {
    "404": "No such resource.",
    "429": "The next layer is busy. Try again later.",
    "500": "The request failed here. Quote the correlation id when you report it.",
    "502": "A system behind this API answered with an error.",
    "503": "A system behind this API cannot be reached. Try again later.",
    "504": "A system behind this API did not answer in time. Try again later."
}

fun errorTypeName(failure) = failure.errorType.namespace ++ ":" ++ failure.errorType.identifier

/** Errors of the specification and of the business speak for themselves; the others get a fixed text. */
fun errorMessage(failure, status) =
    if (["APIKIT", "APP"] contains failure.errorType.namespace)
        failure.description
    else
        texts[status as String] default "The request could not be completed."
