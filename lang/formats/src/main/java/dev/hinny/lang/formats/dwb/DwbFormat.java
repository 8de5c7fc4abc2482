package dev.hinny.lang.formats.dwb;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.format.FormatOption.Use;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.StandardOptions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Values as they are, in few bytes: metadata, attributes, namespaces and exact types come back. */
public final class DwbFormat implements Format {
    @Override
    public String id() {
        return "dwb";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of(
                new MediaType("application", "dwb", Map.of()), new MediaType("application", "dw+binary", Map.of()));
    }

    @Override
    public List<String> extensions() {
        return List.of("dwb");
    }

    @Override
    public List<FormatOption> options() {
        return List.of(
                new FormatOption("indexedReader", Use.READ, BooleanValue.TRUE, "Accepted; documents need no index."),
                new FormatOption("writeIndex", Use.WRITE, BooleanValue.FALSE, "Accepted; documents need no index."),
                StandardOptions.BUFFER_SIZE,
                StandardOptions.DEFERRED);
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        return new DwbReader(source.bytes(), context.name()).document();
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out, StandardOptions.bufferSize(context));
        new DwbWriter(buffered).document(value);
        buffered.flush();
    }
}
