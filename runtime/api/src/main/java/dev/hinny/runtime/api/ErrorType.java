package dev.hinny.runtime.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A kind of error that handlers can name: {@code NAMESPACE:IDENTIFIER} with a parent, up to {@code MULE:ANY}.
 *
 * @see <a href="https://docs.mulesoft.com/mule-runtime/latest/mule-error-concept">Errors and error types</a>
 */
public record ErrorType(
        String namespace, String identifier, @Nullable ErrorType parent) {
    public static final ErrorType ANY = core("ANY", null);
    public static final ErrorType CRITICAL = core("CRITICAL", null);
    public static final ErrorType TRANSFORMATION = core("TRANSFORMATION", ANY);
    public static final ErrorType EXPRESSION = core("EXPRESSION", ANY);
    public static final ErrorType DUPLICATE_MESSAGE = core("DUPLICATE_MESSAGE", ANY);
    public static final ErrorType REDELIVERY_EXHAUSTED = core("REDELIVERY_EXHAUSTED", ANY);
    public static final ErrorType RETRY_EXHAUSTED = core("RETRY_EXHAUSTED", ANY);
    public static final ErrorType ROUTING = core("ROUTING", ANY);
    public static final ErrorType COMPOSITE_ROUTING = core("COMPOSITE_ROUTING", ROUTING);
    public static final ErrorType CONNECTIVITY = core("CONNECTIVITY", ANY);
    public static final ErrorType VALIDATION = core("VALIDATION", ANY);
    public static final ErrorType SECURITY = core("SECURITY", ANY);
    public static final ErrorType CLIENT_SECURITY = core("CLIENT_SECURITY", SECURITY);
    public static final ErrorType SERVER_SECURITY = core("SERVER_SECURITY", SECURITY);
    public static final ErrorType NOT_PERMITTED = core("NOT_PERMITTED", SERVER_SECURITY);
    public static final ErrorType TIMEOUT = core("TIMEOUT", ANY);
    public static final ErrorType SOURCE = core("SOURCE", ANY);
    public static final ErrorType SOURCE_RESPONSE = core("SOURCE_RESPONSE", SOURCE);
    public static final ErrorType SOURCE_RESPONSE_GENERATE = core("SOURCE_RESPONSE_GENERATE", SOURCE_RESPONSE);
    public static final ErrorType SOURCE_RESPONSE_SEND = core("SOURCE_RESPONSE_SEND", SOURCE_RESPONSE);
    public static final ErrorType STREAM_MAXIMUM_SIZE_EXCEEDED = core("STREAM_MAXIMUM_SIZE_EXCEEDED", ANY);
    public static final ErrorType UNKNOWN = core("UNKNOWN", ANY);
    public static final ErrorType OVERLOAD = core("OVERLOAD", CRITICAL);
    public static final ErrorType FLOW_BACK_PRESSURE = core("FLOW_BACK_PRESSURE", OVERLOAD);

    public ErrorType {
        namespace = namespace.toUpperCase(Locale.ROOT);
        identifier = identifier.toUpperCase(Locale.ROOT);
    }

    private static ErrorType core(String identifier, @Nullable ErrorType parent) {
        return new ErrorType("MULE", identifier, parent);
    }

    /** Whether this is the other or a descendant of it. */
    public boolean is(ErrorType other) {
        for (ErrorType t = this; t != null; t = t.parent) {
            if (t.namespace.equals(other.namespace) && t.identifier.equals(other.identifier)) {
                return true;
            }
        }
        return false;
    }

    /** {@code NAMESPACE:IDENTIFIER}. */
    @Override
    public String toString() {
        return namespace + ":" + identifier;
    }
}
