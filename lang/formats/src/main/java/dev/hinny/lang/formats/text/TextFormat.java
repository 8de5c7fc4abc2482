package dev.hinny.lang.formats.text;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.format.FormatOption.Use;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.Texts;
import java.io.IOException;
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
        return List.of(new FormatOption("encoding", Use.WRITE, StringValue.of("UTF-8"), "Character encoding."));
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        return StringValue.of(new String(source.bytes(), context.charset()));
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        if (value instanceof BinaryValue binary) {
            out.write(binary.bytes());
        } else {
            out.write(Texts.of(value, "text").getBytes(context.charset()));
        }
    }
}
