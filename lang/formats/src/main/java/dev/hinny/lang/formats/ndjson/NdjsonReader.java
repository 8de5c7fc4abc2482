package dev.hinny.lang.formats.ndjson;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.operation.Forcing;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.Lines;
import dev.hinny.lang.formats.SourceIterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads line by line with the JSON reader. */
final class NdjsonReader extends SourceIterator {
    private final Lines lines;
    private final Format json = NdjsonFormat.json();
    private final FormatContext each;
    private final boolean ignoreEmptyLine;
    private final boolean skipInvalid;

    NdjsonReader(ByteSource source, FormatContext context) {
        lines = Lines.of(source, context.charset(), context.name());
        each = new FormatContext(MediaType.JSON, Map.of(), context.name(), context.resources());
        ignoreEmptyLine = context.flag("ignoreEmptyLine", true);
        skipInvalid = context.flag("skipInvalid", false);
    }

    @Override
    protected @Nullable Value read() {
        while (lines.next()) {
            if (lines.isBlank()) {
                if (!ignoreEmptyLine) {
                    return NullValue.NULL;
                }
                continue;
            }
            try {
                Value value = json.read(ByteSource.of(lines.copy()), each);
                // a reader that puts off what it reads would put off its errors too
                Forcing.force(value);
                return value;
            } catch (FormatException e) {
                if (!skipInvalid) {
                    throw located(e);
                }
            }
        }
        return null;
    }

    /** The reader of one line counts from that line. */
    private FormatException located(FormatException e) {
        Problem problem = e.first();
        SourceSpan place = problem.place();
        return new FormatException(problem.at(lines.place(lines.number(), place == null ? 1 : place.column())), e);
    }

    @Override
    public void close() {
        lines.close();
    }
}
