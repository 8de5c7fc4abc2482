package dev.hinny.lang.excel;

import dev.hinny.base.MediaType;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Reads, writes and makes workbooks by hand. */
final class Excel {
    static final ExcelFormat FORMAT = new ExcelFormat();

    private Excel() {}

    static FormatContext context(String... options) {
        Map<String, Value> properties = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            properties.put(options[i], StringValue.of(options[i + 1]));
        }
        return new FormatContext(MediaType.parse("application/xlsx").orElseThrow(), properties, "in.xlsx");
    }

    static Value value(String script) {
        return Script.compile(new SourceText("test", script), CompileOptions.NONE)
                .evaluate(Bindings.NONE);
    }

    static byte[] write(Value value, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            FORMAT.write(value, out, context(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Value read(byte[] bytes, String... options) {
        return FORMAT.read(ByteSource.of(bytes), context(options));
    }

    static String shown(byte[] bytes, String... options) {
        return Renderings.compact(read(bytes, options));
    }

    /** A workbook of one sheet with the rows as XML, and a few styles: 1 date, 2 date and time, 3 time, 4 elapsed, 5 money. */
    static byte[] sheet(String rows, String... sharedStrings) {
        StringBuilder shared = new StringBuilder("<sst xmlns=\"m\">");
        for (String text : sharedStrings) {
            shared.append("<si>").append(text).append("</si>");
        }
        return zip(Map.of(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\""
                        + " Target=\"/book/main.xml\"/></Relationships>",
                "book/main.xml",
                "<workbook xmlns=\"m\" xmlns:r=\"n\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"r1\"/>"
                        + "<sheet name=\"Chart\" sheetId=\"2\" r:id=\"r4\"/></sheets></workbook>",
                "book/_rels/main.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"sheets/one.xml\"/>"
                        + "<Relationship Id=\"r2\" Type=\"x/sharedStrings\" Target=\"../book/./strings.xml\"/>"
                        + "<Relationship Id=\"r3\" Type=\"x/styles\" Target=\"styles.xml\"/>"
                        + "<Relationship Id=\"r4\" Type=\"x/chartsheet\" Target=\"chart.xml\"/></Relationships>",
                "book/sheets/one.xml",
                "<worksheet xmlns=\"m\"><dimension ref=\"A1\"/><sheetData>" + rows
                        + "</sheetData><other><c/></other></worksheet>",
                "book/strings.xml",
                shared + "</sst>",
                "book/styles.xml",
                "<styleSheet xmlns=\"m\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"[Red]d&quot;h&quot;\\h;h\"/>"
                        + "<numFmt numFmtId=\"171\" formatCode=\"#,##0.00\\ &quot;days&quot;\"/></numFmts>"
                        + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
                        + "<xf numFmtId=\"170\"/><xf numFmtId=\"22\"/><xf numFmtId=\"20\"/><xf numFmtId=\"46\"/>"
                        + "<xf numFmtId=\"171\"/></cellXfs></styleSheet>"));
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
