package dev.hinny.lang.formats.yaml;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.format.FormatOption.Use;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.StandardOptions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.YamlUnicodeReader;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** YAML: one document of the core schema; dates stay text, a local tag becomes the metadata {@code tag}. */
public final class YamlFormat implements Format {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setParseComments(false)
            .build();

    @Override
    public String id() {
        return "yaml";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of(
                new MediaType("application", "yaml", Map.of()),
                new MediaType("text", "yaml", Map.of()),
                new MediaType("application", "x-yaml", Map.of()),
                new MediaType("text", "x-yaml", Map.of()));
    }

    @Override
    public List<String> extensions() {
        return List.of("yaml", "yml");
    }

    @Override
    public List<FormatOption> options() {
        return List.of(
                new FormatOption(
                        "maxEntityCount",
                        Use.READ,
                        NumberValue.of(1),
                        "How many aliases of sequences and mappings the document may have."),
                new FormatOption(
                        "skipNullOn", Use.WRITE, NullValue.NULL, "Leave out nulls: arrays, objects or everywhere."),
                new FormatOption(
                        "writeDeclaration", Use.WRITE, BooleanValue.TRUE, "Start with the version and a separator."),
                new FormatOption("encoding", Use.WRITE, StringValue.of("UTF-8"), "Character encoding."),
                StandardOptions.BUFFER_SIZE,
                StandardOptions.DEFERRED);
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        try (InputStream in = source.open();
                Reader reader = reader(in, context.charset())) {
            return read(new StreamReader(SETTINGS, reader), context);
        } catch (MarkedYamlEngineException e) {
            String what = e.getContext() == null
                    ? String.valueOf(e.getProblem())
                    : e.getContext() + (e.getProblem() == null ? "" : ": " + e.getProblem());
            Optional<Mark> mark = e.getProblemMark().isPresent() ? e.getProblemMark() : e.getContextMark();
            throw bad(context.name(), mark, what, e);
        } catch (ReaderException e) {
            throw bad(
                    context.name(),
                    Optional.empty(),
                    "the character at offset " + e.getPosition() + " is not allowed",
                    e);
        } catch (YamlEngineException | UncheckedIOException | IOException e) {
            throw bad(context.name(), Optional.empty(), String.valueOf(e.getMessage()), e);
        }
    }

    private static Value read(StreamReader text, FormatContext context) {
        try {
            ParserImpl events = new ParserImpl(SETTINGS, text);
            return new YamlReader(events, context.name(), context.number("maxEntityCount", 1)).document();
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            // the scanner lets these through for damaged tags and escapes
            throw bad(context.name(), text.getMark(), "what stands before this place is damaged", e);
        }
    }

    /** UTF-8 also stands for UTF-16 with a byte order mark, as the specification wants. */
    private static Reader reader(InputStream in, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return new YamlUnicodeReader(in);
        }
        return new InputStreamReader(in, charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
    }

    static FormatException bad(String name, Optional<Mark> mark, String what, @Nullable Throwable cause) {
        SourceSpan place = mark.map(m -> new SourceSpan(
                        name,
                        m.getLine() + 1,
                        m.getColumn() + 1,
                        m.getLine() + 1,
                        m.getColumn() + 1,
                        m.getIndex(),
                        m.getIndex()))
                .orElse(SourceSpan.file(name));
        return new FormatException(
                Problem.error("BAD-YAML", place, "no valid YAML: " + what, "check the document there"), cause);
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        Charset charset = context.charset();
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, charset), StandardOptions.bufferSize(context));
        new YamlWriter(writer, charset, context).document(value);
        writer.flush();
    }
}
