package dev.hinny.lang.formats.xml;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.value.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** XML: elements are keys with namespace and attributes; entities are read only where the script allows it. */
public final class XmlFormat implements Format {
    @Override
    public String id() {
        return "xml";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of(MediaType.XML, new MediaType("text", "xml", Map.of()));
    }

    @Override
    public List<String> extensions() {
        return List.of("xml");
    }

    @Override
    public List<FormatOption> options() {
        return XmlProperties.ALL;
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        return new XmlReader(source, context).read();
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        WriteOptions options = WriteOptions.of(context);
        XmlOutput output = new XmlOutput(out, options.charset(), options.bufferSize());
        new XmlWriter(output, options).document(value);
        output.flush();
    }
}
