package dev.hinny.connectors.http;

import dev.hinny.runtime.api.ErrorType;
import java.util.List;

/**
 * The error types of HTTP.
 *
 * @see <a href="https://docs.mulesoft.com/http-connector/latest/http-documentation">HTTP connector reference</a>
 */
final class HttpErrors {
    static final ErrorType CONNECTIVITY = type("CONNECTIVITY", ErrorType.CONNECTIVITY);
    static final ErrorType RETRY_EXHAUSTED = type("RETRY_EXHAUSTED", ErrorType.RETRY_EXHAUSTED);
    static final ErrorType TIMEOUT = type("TIMEOUT", ErrorType.TIMEOUT);
    static final ErrorType PARSING = type("PARSING", ErrorType.ANY);
    static final ErrorType TRANSFORMATION = type("TRANSFORMATION", ErrorType.TRANSFORMATION);
    static final ErrorType SECURITY = type("SECURITY", ErrorType.SECURITY);
    static final ErrorType CLIENT_SECURITY = type("CLIENT_SECURITY", ErrorType.CLIENT_SECURITY);
    static final ErrorType SERVER_SECURITY = type("SERVER_SECURITY", ErrorType.SERVER_SECURITY);
    static final ErrorType BASIC_AUTHENTICATION = type("BASIC_AUTHENTICATION", SERVER_SECURITY);
    static final ErrorType UNAUTHORIZED = type("UNAUTHORIZED", CLIENT_SECURITY);
    static final ErrorType RESPONSE_VALIDATION = type("RESPONSE_VALIDATION", ErrorType.VALIDATION);
    static final ErrorType BAD_REQUEST = type("BAD_REQUEST", RESPONSE_VALIDATION);
    static final ErrorType FORBIDDEN = type("FORBIDDEN", RESPONSE_VALIDATION);
    static final ErrorType NOT_FOUND = type("NOT_FOUND", RESPONSE_VALIDATION);
    static final ErrorType METHOD_NOT_ALLOWED = type("METHOD_NOT_ALLOWED", RESPONSE_VALIDATION);
    static final ErrorType NOT_ACCEPTABLE = type("NOT_ACCEPTABLE", RESPONSE_VALIDATION);
    static final ErrorType UNSUPPORTED_MEDIA_TYPE = type("UNSUPPORTED_MEDIA_TYPE", RESPONSE_VALIDATION);
    static final ErrorType TOO_MANY_REQUESTS = type("TOO_MANY_REQUESTS", RESPONSE_VALIDATION);
    static final ErrorType INTERNAL_SERVER_ERROR = type("INTERNAL_SERVER_ERROR", RESPONSE_VALIDATION);
    static final ErrorType BAD_GATEWAY = type("BAD_GATEWAY", RESPONSE_VALIDATION);
    static final ErrorType SERVICE_UNAVAILABLE = type("SERVICE_UNAVAILABLE", RESPONSE_VALIDATION);
    static final ErrorType GATEWAY_TIMEOUT = type("GATEWAY_TIMEOUT", RESPONSE_VALIDATION);

    static final List<ErrorType> ALL = List.of(
            CONNECTIVITY,
            RETRY_EXHAUSTED,
            TIMEOUT,
            PARSING,
            TRANSFORMATION,
            SECURITY,
            CLIENT_SECURITY,
            SERVER_SECURITY,
            BASIC_AUTHENTICATION,
            UNAUTHORIZED,
            RESPONSE_VALIDATION,
            BAD_REQUEST,
            FORBIDDEN,
            NOT_FOUND,
            METHOD_NOT_ALLOWED,
            NOT_ACCEPTABLE,
            UNSUPPORTED_MEDIA_TYPE,
            TOO_MANY_REQUESTS,
            INTERNAL_SERVER_ERROR,
            BAD_GATEWAY,
            SERVICE_UNAVAILABLE,
            GATEWAY_TIMEOUT);

    private HttpErrors() {}

    private static ErrorType type(String identifier, ErrorType parent) {
        return new ErrorType("HTTP", identifier, parent);
    }

    /** The type of a response whose status is not wanted. */
    static ErrorType ofStatus(int status) {
        return switch (status) {
            case 400 -> BAD_REQUEST;
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 500 -> INTERNAL_SERVER_ERROR;
            case 502 -> BAD_GATEWAY;
            case 503 -> SERVICE_UNAVAILABLE;
            case 504 -> GATEWAY_TIMEOUT;
            default -> RESPONSE_VALIDATION;
        };
    }
}
