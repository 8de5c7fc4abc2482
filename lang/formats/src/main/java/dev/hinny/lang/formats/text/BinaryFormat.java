package dev.hinny.lang.formats.text;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.StandardOptions;
import dev.hinny.lang.formats.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Bytes as they are. */
public final class BinaryFormat implements Format {
    @Override
    public String id() {
        return "binary";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of(MediaType.BINARY, new MediaType("application", "x-binary", Map.of()));
    }

    @Override
    public List<String> extensions() {
        return List.of("bin");
    }

    @Override
    public List<FormatOption> options() {
        return List.of(StandardOptions.BUFFER_SIZE, StandardOptions.DEFERRED);
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        return new BinaryValue(source, Schema.NONE);
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        StandardOptions.bufferSize(context);
        if (value instanceof BinaryValue binary) {
            try (InputStream in = binary.source().open()) {
                in.transferTo(out);
            }
        } else {
            out.write(Texts.of(value, "binary").getBytes(context.charset()));
        }
    }
}
