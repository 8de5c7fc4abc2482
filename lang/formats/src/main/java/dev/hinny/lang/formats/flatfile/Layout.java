package dev.hinny.lang.formats.flatfile;

import dev.hinny.base.SourceSpan;
import dev.hinny.base.Suggestion;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a schema describes: kinds of records, and structures made of them. */
record Layout(String source, Form form, Map<String, Structure> structures, Map<String, Segment> segments) {
    /** The first word of a schema. */
    enum Form {
        FLATFILE,
        FIXEDWIDTH,
        COPYBOOK
    }

    /** A document's root: exactly one of both. */
    record Root(@Nullable Structure structure, @Nullable Segment segment) {}

    Root root(String structureIdent, String segmentIdent) {
        if (!segmentIdent.isEmpty()) {
            return new Root(null, find(segments, segmentIdent, "segment", "segmentIdent"));
        }
        if (!structureIdent.isEmpty()) {
            return new Root(find(structures, structureIdent, "structure", "structureIdent"), null);
        }
        return structures.isEmpty()
                ? new Root(null, only(segments, "segment", "segmentIdent"))
                : new Root(only(structures, "structure", "structureIdent"), null);
    }

    private <T> T only(Map<String, T> all, String what, String option) {
        if (all.size() != 1) {
            throw Faults.schema(
                    SourceSpan.file(source),
                    all.isEmpty() ? "the schema defines no " + what : "the schema defines more than one " + what,
                    all.isEmpty()
                            ? "give it 'values', 'segments' or 'structures'"
                            : "say which one with the property " + option + ": " + String.join(", ", all.keySet()));
        }
        return all.values().iterator().next();
    }

    private <T> T find(Map<String, T> all, String id, String what, String option) {
        T found = all.get(id);
        if (found == null) {
            throw Faults.schema(
                    SourceSpan.file(source),
                    "the schema defines no " + what + " '" + id + "', which the property " + option + " names",
                    Suggestion.didYouMean(id, all.keySet(), "it defines: " + String.join(", ", all.keySet())));
        }
        return found;
    }
}
