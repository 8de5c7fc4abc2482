package dev.hinny.runtime.engine.expression;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.SourceText;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Leads from places in a script to places in the flow file that holds it, through entities and the script's offset. */
final class PlaceMap {
    private final SourceSpan whole;
    private final @Nullable SourceText file;
    private final int[] offsets;

    private PlaceMap(SourceSpan whole, @Nullable SourceText file, int[] offsets) {
        this.whole = whole;
        this.file = file;
        this.offsets = offsets;
    }

    /**
     * @param value the text as the XML parser gave it
     * @param place of the text in the file
     * @param skip how many characters of the value stand before the script
     */
    static PlaceMap of(@Nullable SourceText file, SourceSpan place, String value, int skip) {
        if (file == null || place.endOffset() > file.text().length() || place.endOffset() <= place.startOffset()) {
            return new PlaceMap(place, null, new int[0]);
        }
        int[] map = decode(file.text(), place.startOffset(), place.endOffset(), value);
        return map.length == 0
                ? new PlaceMap(place, null, map)
                : new PlaceMap(place, file, Arrays.copyOfRange(map, Math.min(skip, map.length), map.length));
    }

    /** The file offset of each character of the value; empty when file and value do not agree (placeholders). */
    private static int[] decode(String raw, int start, int end, String value) {
        int[] map = new int[value.length() + 1];
        int at = start;
        for (int i = 0; i < value.length(); i++) {
            if (at >= end) {
                return new int[0];
            }
            map[i] = at;
            char wanted = value.charAt(i);
            char found = raw.charAt(at);
            if (found == '\r' && Character.isWhitespace(wanted) && at + 1 < end && raw.charAt(at + 1) == '\n') {
                at += 2;
            } else if (found == wanted && found != '&'
                    || Character.isWhitespace(found) && Character.isWhitespace(wanted)) {
                at++;
            } else if (found == '&') {
                int semicolon = raw.indexOf(';', at);
                at = semicolon > 0 && semicolon - at < 12 ? semicolon + 1 : at + 1;
            } else {
                return new int[0];
            }
        }
        map[value.length()] = at;
        return map;
    }

    Problem map(Problem problem, String script) {
        SourceSpan place = problem.place();
        if (place == null) {
            return problem.at(whole);
        }
        if (!place.source().equals(script)) {
            return problem;
        }
        if (file == null) {
            return problem.at(whole);
        }
        return problem.at(file.span(at(place.startOffset()), at(place.endOffset())));
    }

    private int at(int offset) {
        return offsets.length == 0 ? whole.startOffset() : offsets[Math.min(offset, offsets.length - 1)];
    }
}
