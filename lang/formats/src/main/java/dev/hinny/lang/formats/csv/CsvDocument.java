package dev.hinny.lang.formats.csv;

import dev.hinny.lang.engine.value.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all readings of one document share: how it is written, and its header once somebody has read it. */
final class CsvDocument {
    private final String name;
    private final CsvOptions options;
    private final CsvMarks marks;
    private volatile @Nullable CsvHeader header;

    CsvDocument(String name, CsvOptions options, CsvMarks marks) {
        this.name = name;
        this.options = options;
        this.marks = marks;
        this.header = options.header() ? null : new CsvHeader(List.of());
    }

    String name() {
        return name;
    }

    CsvOptions options() {
        return options;
    }

    CsvMarks marks() {
        return marks;
    }

    /** The header; the first reading makes it of the fields of its line. */
    synchronized CsvHeader header(byte[] bytes, int[] fields) {
        CsvHeader known = header;
        if (known == null) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < fields.length; i += 2) {
                names.add(CsvRow.value(marks, bytes, fields[i], fields[i + 1])
                        .text()
                        .strip());
            }
            known = new CsvHeader(names);
            header = known;
        }
        return known;
    }

    CsvRow row(CsvHeader names, byte[] bytes, int shift, int[] fields) {
        return new CsvRow(names, marks, bytes, shift, fields, Schema.NONE);
    }
}
