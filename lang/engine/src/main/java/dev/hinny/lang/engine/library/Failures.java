package dev.hinny.lang.engine.library;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.LongNumber;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Failures and places of scripts as values. */
final class Failures {
    static final String UNKNOWN = "Unknown location";

    private Failures() {}

    /** What went wrong in a script that another ran. */
    static Value of(Problem problem, SourceText source, ExecutionLog log) {
        return ObjectValue.of(List.of(
                Entry.of("success", BooleanValue.FALSE),
                Entry.of("message", StringValue.of(problem.message())),
                Entry.of("kind", StringValue.of(Trials.kind(problem.code()))),
                Entry.of("location", location(problem.place(), source)),
                Entry.of("stack", stack(problem.place())),
                Entry.of("logs", log.values())));
    }

    static Value stack(@Nullable SourceSpan place) {
        return place == null ? ArrayValue.EMPTY : ArrayValue.of(List.of(StringValue.of("main (" + place + ")")));
    }

    private static Value location(@Nullable SourceSpan place, SourceText source) {
        return location(place, place != null && source.name().equals(place.source()) ? text(place, source) : "");
    }

    /** A place; with its text when that is known. */
    static Value location(@Nullable SourceSpan place, String text) {
        if (place == null) {
            return ObjectValue.of(List.of(Entry.of("locationString", StringValue.of(UNKNOWN))));
        }
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.of("start", position(place.startOffset(), place.line(), place.column())));
        entries.add(Entry.of("end", position(place.endOffset(), place.endLine(), place.endColumn())));
        entries.add(Entry.of("locationString", StringValue.of(place.toString())));
        if (!text.isEmpty()) {
            entries.add(Entry.of("text", StringValue.of(text)));
        }
        entries.add(Entry.of("sourceIdentifier", StringValue.of(place.source())));
        return ObjectValue.of(entries);
    }

    private static String text(SourceSpan place, SourceText source) {
        int from = Math.min(place.startOffset(), source.text().length());
        int to = Math.clamp(place.endOffset(), from, source.text().length());
        return source.text().substring(from, to).strip();
    }

    private static Value position(int index, int line, int column) {
        return ObjectValue.of(List.of(
                Entry.of("index", LongNumber.of(index)),
                Entry.of("line", LongNumber.of(line)),
                Entry.of("column", LongNumber.of(column))));
    }
}
