package dev.hinny.lang.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import java.util.Map;
import java.util.Optional;

/** Common message types that stand for a value of the language instead of an object with their fields. */
enum WellKnown {
    WRAPPER,
    DURATION,
    TIMESTAMP,
    EMPTY,
    STRUCT,
    LIST,
    VALUE;

    private static final Map<String, WellKnown> BY_NAME = Map.ofEntries(
            Map.entry("BoolValue", WRAPPER),
            Map.entry("BytesValue", WRAPPER),
            Map.entry("DoubleValue", WRAPPER),
            Map.entry("FloatValue", WRAPPER),
            Map.entry("Int32Value", WRAPPER),
            Map.entry("Int64Value", WRAPPER),
            Map.entry("StringValue", WRAPPER),
            Map.entry("UInt32Value", WRAPPER),
            Map.entry("UInt64Value", WRAPPER),
            Map.entry("Duration", DURATION),
            Map.entry("Timestamp", TIMESTAMP),
            Map.entry("Empty", EMPTY),
            Map.entry("Struct", STRUCT),
            Map.entry("ListValue", LIST),
            Map.entry("Value", VALUE));

    static Optional<WellKnown> of(Descriptor type) {
        return type.getFile().getPackage().equals("google.protobuf")
                ? Optional.ofNullable(BY_NAME.get(type.getName()))
                : Optional.empty();
    }
}
