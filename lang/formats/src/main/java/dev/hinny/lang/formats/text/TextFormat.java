package dev.hinny.lang.formats.text;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.StandardOptions;
import dev.hinny.lang.formats.Texts;
import dev.hinny.lang.formats.Utf8;
import dev.hinny.lang.formats.Utf8Writer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Plain text: the document is one string. */
public final class TextFormat implements Format {
    @Override
    public String id() {
        return "text";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of(MediaType.TEXT);
    }

    @Override
    public List<String> extensions() {
        return List.of("txt", "text");
    }

    @Override
    public List<FormatOption> options() {
        return List.of(StandardOptions.ENCODING, StandardOptions.BUFFER_SIZE, StandardOptions.DEFERRED);
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        byte[] bytes = StandardOptions.whole(source, context);
        return Utf8.text(bytes, 0, bytes.length, context.charset());
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        int size = StandardOptions.bufferSize(context);
        if (value instanceof BinaryValue binary) {
            try (InputStream in = binary.source().open()) {
                in.transferTo(out);
            }
            return;
        }
        Utf8Writer writer = new Utf8Writer(out, context.charset(), size);
        if (value instanceof StringValue text) {
            writer.write(text);
        } else {
            writer.write(Texts.of(value, "text"));
        }
        writer.flush();
    }
}
