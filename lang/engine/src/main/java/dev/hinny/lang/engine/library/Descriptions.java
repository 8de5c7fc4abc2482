package dev.hinny.lang.engine.library;

import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.format.FormatOption.Use;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The formats and their properties as values. */
final class Descriptions implements NativeFamily {
    private static final Set<String> BINARY = Set.of("binary", "excel", "avro", "protobuf", "dwb", "java");

    @Override
    public String name() {
        return "descriptions";
    }

    @Override
    public @Nullable NativeFunction find(String name) {
        return name.equals("formats") ? a -> formats() : null;
    }

    private static Value formats() {
        List<Value> all = new ArrayList<>();
        Formats.all().forEach(format -> all.add(format(format)));
        return ArrayValue.of(all);
    }

    private static Value format(Format format) {
        List<Value> mimeTypes = new ArrayList<>();
        format.mediaTypes().forEach(m -> mimeTypes.add(StringValue.of(m.essence())));
        List<Value> extensions = new ArrayList<>();
        format.extensions().forEach(x -> extensions.add(StringValue.of("." + x)));
        boolean binary = BINARY.contains(format.id());
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.of("name", StringValue.of(format.id())));
        entries.add(Entry.of("id", StringValue.of(format.id())));
        entries.add(Entry.of("binary", BooleanValue.of(binary)));
        if (!binary) {
            entries.add(Entry.of("defaultEncoding", StringValue.of("UTF-8")));
        }
        entries.add(Entry.of("extensions", ArrayValue.of(extensions)));
        entries.add(Entry.of("defaultMimeType", mimeTypes.get(0)));
        entries.add(Entry.of("acceptedMimeTypes", ArrayValue.of(mimeTypes)));
        entries.add(Entry.of("readerProperties", properties(format, Use.READ)));
        entries.add(Entry.of("writerProperties", properties(format, Use.WRITE)));
        return ObjectValue.of(entries);
    }

    private static Value properties(Format format, Use use) {
        List<Value> all = new ArrayList<>();
        for (FormatOption option : format.options()) {
            if (option.use() == use || option.use() == Use.BOTH) {
                all.add(property(option));
            }
        }
        return ArrayValue.of(all);
    }

    private static Value property(FormatOption option) {
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.of("name", StringValue.of(option.name())));
        entries.add(Entry.of("optional", BooleanValue.TRUE));
        if (!(option.defaultValue() instanceof NullValue)) {
            entries.add(Entry.of("defaultValue", option.defaultValue()));
        }
        entries.add(Entry.of("description", StringValue.of(option.description())));
        boolean flag = option.defaultValue() instanceof BooleanValue;
        entries.add(Entry.of(
                "possibleValues",
                flag ? ArrayValue.of(List.of(BooleanValue.TRUE, BooleanValue.FALSE)) : ArrayValue.EMPTY));
        return ObjectValue.of(entries);
    }
}
