package dev.hinny.runtime.engine.expression;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.java.JavaBridge;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.ErrorInfo;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Errors and messages as scripts see them. */
public final class ErrorValues {
    private ErrorValues() {}

    /** {@code error}. */
    public static Value error(ErrorInfo error) {
        Value cause = exception(error);
        Value message = error.errorMessage() == null ? NullValue.NULL : message(error.errorMessage());
        return ObjectValue.of(List.of(
                Entry.of("description", StringValue.of(error.description())),
                Entry.of("detailedDescription", StringValue.of(error.detailedDescription())),
                Entry.of("errorType", type(error.errorType())),
                Entry.of("errorMessage", message),
                Entry.of("muleMessage", message),
                Entry.of("cause", cause),
                Entry.of("exception", cause),
                Entry.of("failingComponent", StringValue.of(error.failingComponent())),
                Entry.of(
                        "childErrors",
                        ArrayValue.of(error.childErrors().stream()
                                .map(ErrorValues::error)
                                .toList())),
                Entry.of("suppressedErrors", ArrayValue.EMPTY)));
    }

    private static Value exception(ErrorInfo error) {
        Throwable cause = error.cause();
        return JavaValue.of(cause == null ? new FlowError(error, null) : cause);
    }

    private static Value type(@Nullable ErrorType type) {
        if (type == null) {
            return NullValue.NULL;
        }
        return ObjectValue.of(List.of(
                Entry.of("namespace", StringValue.of(type.namespace())),
                Entry.of("identifier", StringValue.of(type.identifier())),
                Entry.of("asString", StringValue.of(type.toString())),
                LazyField.of("parent", () -> type(type.parent())),
                Entry.of("parentErrorType", NullValue.NULL)));
    }

    /** A message as an object with {@code payload} and {@code attributes}. */
    public static ObjectValue message(Message message) {
        return ObjectValue.of(List.of(
                LazyField.of("payload", () -> typed(message.payload())),
                LazyField.of("attributes", () -> typed(message.attributes()))));
    }

    /** The value, with its media type as metadata when it is a document. */
    public static Value typed(TypedValue value) {
        Value content = value.value();
        if (value.mediaType().essence().equals(MediaType.JAVA.essence())) {
            return content;
        }
        return content.withSchema(content.schema()
                .merge(Schema.of("mimeType", StringValue.of(value.mediaType().essence()))));
    }

    /** A Java object as a value. */
    public static Value java(@Nullable Object object) {
        return JavaBridge.toValue(object);
    }
}
