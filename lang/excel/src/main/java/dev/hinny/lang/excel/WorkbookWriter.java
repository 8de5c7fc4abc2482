package dev.hinny.lang.excel;

import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.java.JavaBridge;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a workbook, sheet after sheet and row after row; text stands in the cells themselves. */
final class WorkbookWriter {
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final ZipOutputStream zip;
    private final ExcelOptions options;

    WorkbookWriter(OutputStream out, ExcelOptions options) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.options = options;
    }

    /** @throws FormatException with the path of what has no form in a workbook */
    void write(Value value) throws IOException {
        if (!(seen(value) instanceof ObjectValue workbook)) {
            throw bad(
                    "WRONG-TYPE",
                    "payload",
                    "a workbook is an object of sheets, not a value of type " + TypeNames.of(value),
                    "write { Sheet1: rows }");
        }
        List<String> names = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (Entry sheet : workbook) {
            String name = sheet.key().name();
            check(name, used);
            names.add(name);
            Writer out = part("xl/worksheets/sheet" + names.size() + ".xml");
            sheet(sheet.value(), "payload." + name, out);
            out.flush();
        }
        if (names.isEmpty()) {
            throw bad("NO-SHEET", "payload", "a workbook needs at least one sheet", "write { Sheet1: rows }");
        }
        part("xl/workbook.xml", workbook(names));
        part("xl/_rels/workbook.xml.rels", relations(names.size()));
        part("xl/styles.xml", styles());
        part(
                "_rels/.rels",
                "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + RELATIONS
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        part("[Content_Types].xml", contentTypes(names.size()));
        zip.finish();
    }

    private static Value seen(Value value) {
        return value instanceof JavaValue java ? JavaBridge.properties(java.object()) : value;
    }

    private static void check(String name, Set<String> used) {
        String why = name.isBlank()
                ? "is blank"
                : name.length() > 31
                        ? "has more than 31 characters"
                        : name.chars().anyMatch(c -> c < 0x20 || "[]:*?/\\".indexOf(c) >= 0)
                                ? "has one of the characters [ ] : * ? / \\"
                                : name.startsWith("'") || name.endsWith("'")
                                        ? "starts or ends with an apostrophe"
                                        : used.add(name.toLowerCase(Locale.ROOT)) ? "" : "is there twice";
        if (!why.isEmpty()) {
            throw bad("BAD-SHEET-NAME", "payload." + name, "the sheet's name '" + name + "' " + why, "");
        }
    }

    private Writer part(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        return new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 8192);
    }

    private void part(String name, String content) throws IOException {
        Writer out = part(name);
        out.write(XML + content);
        out.flush();
    }

    private void sheet(Value value, String path, Writer out) throws IOException {
        Value rows = seen(value);
        if (!(rows instanceof ArrayValue) && !(rows instanceof NullValue)) {
            throw bad(
                    "WRONG-TYPE",
                    path,
                    "a sheet is an array of rows, not a value of type " + TypeNames.of(value),
                    "write [row, row]");
        }
        out.write(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        if (rows instanceof ArrayValue array) {
            new SheetWriter(out, options).rows(array, path);
        }
        out.write("</sheetData></worksheet>");
    }

    private static String workbook(List<String> names) throws IOException {
        StringWriter out = new StringWriter();
        out.write("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets>");
        for (int i = 1; i <= names.size(); i++) {
            out.write("<sheet name=\"");
            Escapes.write(names.get(i - 1), out);
            out.write("\" sheetId=\"" + i + "\" r:id=\"rId" + i + "\"/>");
        }
        return out + "</sheets></workbook>";
    }

    private static String relations(int sheets) {
        StringBuilder out = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (int i = 1; i <= sheets; i++) {
            out.append("<Relationship Id=\"rId" + i + "\" Type=\"" + RELATIONS
                    + "/worksheet\" Target=\"worksheets/sheet" + i + ".xml\"/>");
        }
        return out + "<Relationship Id=\"rId" + (sheets + 1) + "\" Type=\"" + RELATIONS
                + "/styles\" Target=\"styles.xml\"/></Relationships>";
    }

    private static String styles() {
        return "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"3\"><numFmt numFmtId=\"164\""
                + " formatCode=\"yyyy\\-mm\\-dd\"/><numFmt numFmtId=\"165\""
                + " formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/><numFmt numFmtId=\"166\""
                + " formatCode=\"hh:mm:ss\"/></numFmts><fonts count=\"1\"><font><sz"
                + " val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills"
                + " count=\"2\"><fill><patternFill"
                + " patternType=\"none\"/></fill><fill><patternFill"
                + " patternType=\"gray125\"/></fill></fills><borders"
                + " count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs"
                + " count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\""
                + " borderId=\"0\"/></cellStyleXfs><cellXfs"
                + " count=\"4\">" + style(0) + style(164) + style(165) + style(166) + "</cellXfs></styleSheet>";
    }

    private static String style(int format) {
        return "<xf numFmtId=\"" + format + "\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
                + (format == 0 ? "/>" : " applyNumberFormat=\"1\"/>");
    }

    private static String contentTypes(int sheets) {
        StringBuilder out = new StringBuilder("<Types xmlns=\"" + PACKAGE + "content-types\"><Default"
                + " Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
                + " Extension=\"xml\""
                + " ContentType=\"application/xml\"/><Override"
                + " PartName=\"/xl/workbook.xml\""
                + " ContentType=\"" + TYPES + "sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPES + "styles+xml\"/>");
        for (int i = 1; i <= sheets; i++) {
            out.append("<Override PartName=\"/xl/worksheets/sheet" + i + ".xml\" ContentType=\"" + TYPES
                    + "worksheet+xml\"/>");
        }
        return out + "</Types>";
    }

    static FormatException bad(String code, String path, String what, String hint) {
        return new FormatException(Problem.error(code, null, "at " + path + ": " + what, hint));
    }
}
