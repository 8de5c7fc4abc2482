package dev.hinny.lang.formats.flatfile;

import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.Utf8Writer;
import dev.hinny.lang.formats.flatfile.Item.Usage;
import dev.hinny.lang.formats.flatfile.Structure.Group;
import dev.hinny.lang.formats.flatfile.Structure.Part;
import dev.hinny.lang.formats.flatfile.Structure.Use;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the records of a value as it iterates, with a terminator between each two. */
final class FlatFileWriter {
    private final Utf8Writer out;
    private final byte[] terminator;
    private final List<String> path = new ArrayList<>();
    private final RecordEncoder encoder;
    private boolean begun;

    FlatFileWriter(Utf8Writer out, Coding coding, FlatFileOptions options) {
        this.out = out;
        this.terminator = coding.bytes(options.terminator());
        this.encoder = new RecordEncoder(new FieldWriter(coding, options), options, path);
    }

    /** An array of objects, or one. */
    void records(Segment segment, Value value) throws IOException {
        switch (value) {
            case NullValue _ -> {}
            case ArrayValue array -> {
                int index = 0;
                for (Value item : array) {
                    path.add("[" + index++ + "]");
                    record(segment, item);
                    path.removeLast();
                }
            }
            default -> record(segment, value);
        }
    }

    private void record(Segment segment, Value value) throws IOException {
        byte[] record = encoder.encode(segment, object(value, "a record of kind '" + segment.id() + "'"));
        if (begun) {
            out.write(terminator);
        }
        begun = true;
        out.write(record);
    }

    void structure(Structure structure, Value value) throws IOException {
        parts(structure.parts(), object(value, "the structure '" + structure.id() + "'"));
    }

    private void parts(List<Part> parts, ObjectValue object) throws IOException {
        for (Part part : parts) {
            String name = part.key().name();
            Value value = part.usage() == Usage.UNUSED ? null : object.get(name);
            path.add("." + name);
            if (value instanceof ArrayValue array) {
                part(part, array);
            } else if (value == null || value instanceof NullValue) {
                checkOptional(part, 0);
            } else {
                one(part, value);
            }
            path.removeLast();
        }
    }

    private void part(Part part, ArrayValue array) throws IOException {
        int index = 0;
        for (Value item : array) {
            if (index == part.count()) {
                throw Faults.value(
                        "there are more than " + part.count() + " of " + place(),
                        "the structure's count allows no more");
            }
            path.add("[" + index++ + "]");
            one(part, item);
            path.removeLast();
        }
        checkOptional(part, index);
    }

    private void checkOptional(Part part, int written) {
        if (written == 0 && part.usage() == Usage.MANDATORY) {
            throw Faults.value(
                    "the value has no " + place() + ", which the structure needs",
                    "add it, or declare it with usage: O in the schema");
        }
    }

    private void one(Part part, Value value) throws IOException {
        switch (part) {
            case Use use -> record(use.segment(), value);
            case Group group ->
                parts(group.parts(), object(value, "the group '" + group.key().name() + "'"));
        }
    }

    private ObjectValue object(@Nullable Value value, String what) {
        if (value instanceof ObjectValue object) {
            return object;
        }
        throw Faults.value(
                (path.isEmpty() ? "the value" : place()) + " is of type "
                        + (value == null ? "Null" : TypeNames.of(value)) + ", expected an Object for " + what,
                "write {\"field\": value} with the names of the schema");
    }

    private String place() {
        String at = String.join("", path);
        return "'" + (at.startsWith(".") ? at.substring(1) : at) + "'";
    }
}
