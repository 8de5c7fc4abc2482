package dev.hinny.connectors.apikit;

import dev.hinny.runtime.api.ErrorType;
import java.util.List;

/**
 * The error types of routing by specification.
 *
 * @see <a href="https://docs.mulesoft.com/apikit/latest/apikit-error-handling-reference">APIkit error types</a>
 */
final class ApiErrors {
    static final ErrorType BAD_REQUEST = type("BAD_REQUEST");
    static final ErrorType NOT_FOUND = type("NOT_FOUND");
    static final ErrorType METHOD_NOT_ALLOWED = type("METHOD_NOT_ALLOWED");
    static final ErrorType NOT_ACCEPTABLE = type("NOT_ACCEPTABLE");
    static final ErrorType UNSUPPORTED_MEDIA_TYPE = type("UNSUPPORTED_MEDIA_TYPE");
    static final ErrorType NOT_IMPLEMENTED = type("NOT_IMPLEMENTED");

    static final List<ErrorType> ALL = List.of(
            BAD_REQUEST, NOT_FOUND, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE, NOT_IMPLEMENTED);

    private ApiErrors() {}

    private static ErrorType type(String identifier) {
        return new ErrorType("APIKIT", identifier, ErrorType.ANY);
    }
}
