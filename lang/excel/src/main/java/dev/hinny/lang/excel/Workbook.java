package dev.hinny.lang.excel;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A workbook's list of sheets and what their cells refer to. Safe for use by several threads. */
final class Workbook {
    private static final int MAX_SHARED_CHARACTERS = 128 << 20;

    private final Archive archive;
    private final List<Sheet> sheets;
    private final boolean from1904;
    private final Styles styles;
    private final String strings;
    private volatile @Nullable List<Value> shared;

    /** A sheet's name, and the part that holds its rows. */
    record Sheet(String name, String part) {}

    private Workbook(Archive archive, List<Sheet> sheets, boolean from1904, String styles, String strings) {
        this.archive = archive;
        this.sheets = sheets;
        this.from1904 = from1904;
        this.styles = Styles.read(archive, styles);
        this.strings = strings;
    }

    /** @throws FormatException when the archive holds no workbook */
    static Workbook open(Archive archive) {
        String main = "xl/workbook.xml";
        for (Map.Entry<String, String[]> relation : relations(archive, "").entrySet()) {
            if (relation.getValue()[0].endsWith("/officeDocument")) {
                main = relation.getValue()[1];
            }
        }
        if (!archive.has(main)) {
            throw ExcelFormat.bad(
                    SourceSpan.file(archive.name()),
                    "the archive holds no workbook",
                    "check that it is an .xlsx file",
                    null);
        }
        Map<String, String[]> relations = relations(archive, main);
        String styles = "";
        String strings = "";
        for (String[] relation : relations.values()) {
            styles = relation[0].endsWith("/styles") ? relation[1] : styles;
            strings = relation[0].endsWith("/sharedStrings") ? relation[1] : strings;
        }
        List<Sheet> sheets = new ArrayList<>();
        boolean from1904 = false;
        try (PartReader xml = new PartReader(archive, main)) {
            while (xml.next("")) {
                if (xml.name().equals("workbookPr")) {
                    from1904 = xml.flag("date1904");
                } else if (xml.name().equals("sheet")) {
                    String name = xml.attribute("name");
                    String[] target = relations.get(String.valueOf(xml.attribute("id")));
                    if (name != null && target != null && target[0].endsWith("/worksheet")) {
                        sheets.add(new Sheet(name, target[1]));
                    }
                }
            }
        }
        return new Workbook(archive, sheets, from1904, styles, strings);
    }

    /** Kind and part of what a part refers to, by the name it uses. */
    private static Map<String, String[]> relations(Archive archive, String part) {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        String list = folder + "_rels/" + part.substring(slash) + ".rels";
        Map<String, String[]> relations = new HashMap<>();
        if (!archive.has(list)) {
            return relations;
        }
        try (PartReader xml = new PartReader(archive, list)) {
            while (xml.next("")) {
                String id = xml.attribute("Id");
                String type = xml.attribute("Type");
                String target = xml.attribute("Target");
                if (id != null && type != null && target != null) {
                    relations.put(id, new String[] {type, resolved(folder, target)});
                }
            }
        }
        return relations;
    }

    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        List<String> path = new ArrayList<>();
        for (String step : (folder + target).split("/")) {
            switch (step) {
                case "", "." -> {}
                case ".." -> {
                    if (!path.isEmpty()) {
                        path.remove(path.size() - 1);
                    }
                }
                default -> path.add(step);
            }
        }
        return String.join("/", path);
    }

    ObjectValue sheets(ExcelOptions options) {
        List<Entry> entries = new ArrayList<>();
        for (Sheet sheet : sheets) {
            entries.add(Entry.of(sheet.name, new SheetArray(this, sheet, options, Schema.NONE)));
        }
        return ObjectValue.of(entries);
    }

    Archive archive() {
        return archive;
    }

    boolean from1904() {
        return from1904;
    }

    Styles styles() {
        return styles;
    }

    /** The shared text of a number, null when there is none. */
    @Nullable
    Value shared(int index) {
        List<Value> known = shared;
        if (known == null) {
            synchronized (this) {
                known = shared;
                if (known == null) {
                    known = readShared();
                    shared = known;
                }
            }
        }
        return index >= 0 && index < known.size() ? known.get(index) : null;
    }

    private List<Value> readShared() {
        List<Value> texts = new ArrayList<>();
        if (!archive.has(strings)) {
            return texts;
        }
        long characters = 0;
        try (PartReader xml = new PartReader(archive, strings)) {
            while (xml.next("")) {
                if (xml.name().equals("si")) {
                    String text = xml.richText("si");
                    characters += text.length() + 16;
                    if (characters > MAX_SHARED_CHARACTERS) {
                        throw new FormatException(Problem.error(
                                "TOO-LARGE",
                                archive.place(strings),
                                "the shared texts have more than " + MAX_SHARED_CHARACTERS + " characters",
                                ""));
                    }
                    texts.add(StringValue.of(text));
                }
            }
        }
        return texts;
    }
}
