%dw 2.0
output application/json skipNullOn="everywhere"
import errorTypeName, errorMessage from dwl::modules::problems
---
{
    code: vars.errorCode default error.errorType.identifier,
    message: errorMessage(error, vars.httpStatus),
    errorType: errorTypeName(error),
    status: vars.httpStatus,
    correlationId: correlationId,
    timestamp: now() as String {format: "uuuu-MM-dd'T'HH:mm:ssXXX"}
}
