package dev.hinny.lang.formats.flatfile;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.flatfile.Item.Usage;
import dev.hinny.lang.formats.flatfile.Structure.Group;
import dev.hinny.lang.formats.flatfile.Structure.Part;
import dev.hinny.lang.formats.flatfile.Structure.Use;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads records of several kinds in the order of a structure, as one object. */
final class StructureReader {
    private final Records records;
    private final boolean bytes;
    /** What could have stood in the place of the next record. */
    private final Set<String> expected = new LinkedHashSet<>();

    private StructureReader(Records records, boolean bytes) {
        this.records = records;
        this.bytes = bytes;
    }

    static ObjectValue read(Structure structure, Records records) {
        StructureReader reader = new StructureReader(records, hasBytes(structure.parts()));
        ObjectValue whole = reader.parts(structure.parts());
        if (!records.atEnd(reader.bytes)) {
            throw reader.unexpected();
        }
        return whole;
    }

    private static boolean hasBytes(List<Part> parts) {
        return parts.stream().anyMatch(p -> switch (p) {
            case Use use -> use.segment().hasBytes();
            case Group group -> hasBytes(group.parts());
        });
    }

    private ObjectValue parts(List<Part> parts) {
        List<Entry> entries = new ArrayList<>();
        for (Part part : parts) {
            if (part.usage() == Usage.UNUSED) {
                continue;
            }
            List<Value> found = new ArrayList<>();
            while (found.size() < part.count() && isNext(part)) {
                found.add(
                        switch (part) {
                            case Use use -> {
                                expected.clear();
                                yield records.next(use.segment());
                            }
                            case Group group -> parts(group.parts());
                        });
            }
            if (found.size() < part.count()) {
                names(part);
            }
            if (found.isEmpty()) {
                if (part.usage() == Usage.MANDATORY) {
                    throw unexpected();
                }
            } else {
                entries.add(Entry.of(part.key(), part.count() == 1 ? found.get(0) : ArrayValue.of(found)));
            }
        }
        return ObjectValue.of(entries);
    }

    /** Whether the next record may start a part: the first of a group, or a later one behind optional ones. */
    private boolean isNext(Part part) {
        return switch (part) {
            case Use use -> !records.atEnd(bytes) && records.isNext(use.segment());
            case Group group -> {
                for (Part inner : group.parts()) {
                    if (inner.usage() != Usage.UNUSED && isNext(inner)) {
                        yield true;
                    }
                    if (inner.usage() == Usage.MANDATORY) {
                        yield false;
                    }
                }
                yield false;
            }
        };
    }

    private void names(Part part) {
        switch (part) {
            case Use use -> expected.add("'" + use.key().name() + "'");
            case Group group -> {
                for (Part inner : group.parts()) {
                    names(inner);
                    if (inner.usage() == Usage.MANDATORY) {
                        break;
                    }
                }
            }
        }
    }

    private RuntimeException unexpected() {
        return records.unexpected(List.copyOf(expected));
    }
}
