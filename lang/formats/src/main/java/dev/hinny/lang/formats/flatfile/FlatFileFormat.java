package dev.hinny.lang.formats.flatfile;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.format.FormatOption.Use;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.StandardOptions;
import dev.hinny.lang.formats.StreamedArray;
import dev.hinny.lang.formats.Transcoding;
import dev.hinny.lang.formats.Utf8Writer;
import dev.hinny.lang.formats.flatfile.Layout.Root;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Flat files as a schema describes them: an array of objects where the records are of one kind, an object where a structure
 * orders several kinds.
 */
public final class FlatFileFormat implements Format {
    @Override
    public String id() {
        return "flatfile";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of(new MediaType("application", "flatfile", Map.of()), new MediaType("*", "flatfile", Map.of()));
    }

    @Override
    public List<String> extensions() {
        return List.of("flatfile");
    }

    @Override
    public List<FormatOption> options() {
        return List.of(
                new FormatOption("schemaPath", Use.BOTH, NullValue.NULL, "The schema, or a copybook; required."),
                new FormatOption("structureIdent", Use.BOTH, NullValue.NULL, "Which structure of the schema."),
                new FormatOption("segmentIdent", Use.BOTH, NullValue.NULL, "Which segment, when all records are such."),
                new FormatOption(
                        "recordParsing",
                        Use.READ,
                        StringValue.of("strict"),
                        "How records are told apart: strict, lenient, noTerminator, singleRecord."),
                flag("allowLenientWithBinaryNotEndElement", Use.READ, "Lenient lines may end behind the last bytes."),
                new FormatOption(
                        "missingValues",
                        Use.BOTH,
                        NullValue.NULL,
                        "What stands for a missing value: none, spaces, zeroes, nulls."),
                flag("useMissCharAsDefaultForFill", Use.BOTH, "Heed missingValues."),
                flag("enforceRequires", Use.BOTH, "A missing value of a field that needs one is an error."),
                flag("retainEmptyStringFieldsOnParsing", Use.READ, "Missing texts are empty, not left out."),
                flag("truncateDependingOn", Use.BOTH, "Parts with DEPENDING ON take only the place they use."),
                flag(
                        "notTruncateDependingOnSubjectNotPresent",
                        Use.BOTH,
                        "They take all their place where the field they depend on has no value."),
                new FormatOption(
                        "fillRedefinesByMaxLength",
                        Use.WRITE,
                        BooleanValue.TRUE,
                        "A redefined place is filled up to its longest description."),
                flag("zonedDecimalStrict", Use.BOTH, "Zoned decimals have the strict ASCII signs."),
                flag("trimValues", Use.WRITE, "Cut texts and decimals that do not fit."),
                new FormatOption(
                        "recordTerminator", Use.WRITE, StringValue.of("lf"), "Between records: lf, cr, crlf, none."),
                StandardOptions.ENCODING,
                StandardOptions.BUFFER_SIZE,
                StandardOptions.DEFERRED);
    }

    private static FormatOption flag(String name, Use use, String description) {
        return new FormatOption(name, use, BooleanValue.FALSE, description);
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        Layout layout = Schemas.of(context);
        Root root = root(layout, context);
        FlatFileOptions options = FlatFileOptions.of(context, layout.form());
        Charset charset = context.charset();
        Coding coding = coding(charset, layout);
        byte[] bytes = StandardOptions.inMemory(source) ? readable(source.bytes(), coding, charset) : null;
        Supplier<Records> opener = () -> new Records(
                bytes != null ? new Window(bytes) : open(source, coding, charset), coding, options, context.name());
        Segment segment = root.segment();
        if (segment != null) {
            return new StreamedArray(() -> new SegmentReader(opener.get(), segment), bytes == null ? -1 : bytes.length);
        }
        try (Records records = opener.get()) {
            return StructureReader.read(Objects.requireNonNull(root.structure()), records);
        }
    }

    private static byte[] readable(byte[] bytes, Coding coding, Charset charset) {
        return coding.transcodes(charset) ? Transcoding.toUtf8(bytes, charset) : bytes;
    }

    private static Window open(ByteSource source, Coding coding, Charset charset) {
        InputStream in = source.open();
        return new Window(coding.transcodes(charset) ? Transcoding.toUtf8(in, charset) : in);
    }

    private static Root root(Layout layout, FormatContext context) {
        return layout.root(context.text("structureIdent", ""), context.text("segmentIdent", ""));
    }

    /** Bytes that are no characters need an encoding in which every byte is one. */
    private static Coding coding(Charset charset, Layout layout) {
        Coding coding = Coding.of(charset);
        if (!coding.holdsBytes() && layout.segments().values().stream().anyMatch(Segment::hasBytes)) {
            throw Faults.option(
                    "the schema has fields of type Binary or Packed, which the encoding " + charset.name()
                            + " cannot hold",
                    "set encoding to one with 256 characters, such as ISO-8859-1 or IBM037");
        }
        return coding;
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        Layout layout = Schemas.of(context);
        Root root = root(layout, context);
        Charset charset = context.charset();
        Coding coding = coding(charset, layout);
        // records are bytes already, but for encodings that are turned into UTF-8 and back
        Utf8Writer writer = new Utf8Writer(
                out,
                coding.transcodes(charset) ? charset : StandardCharsets.UTF_8,
                StandardOptions.bufferSize(context));
        FlatFileWriter records = new FlatFileWriter(writer, coding, FlatFileOptions.of(context, layout.form()));
        Segment segment = root.segment();
        if (segment != null) {
            records.records(segment, value);
        } else {
            records.structure(Objects.requireNonNull(root.structure()), value);
        }
        writer.flush();
    }
}
