package dev.hinny.lang.engine.format;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The formats on the class path, by media type, short name and file name ending. */
public final class Formats {
    private static final Formats STANDARD =
            new Formats(ServiceLoader.load(Format.class, Formats.class.getClassLoader()));

    private final Map<String, Format> byMediaType = new LinkedHashMap<>();
    private final Map<String, Map<String, Format>> byType = new HashMap<>();
    private final Map<String, Format> byId = new LinkedHashMap<>();
    private final Map<String, Format> byExtension = new LinkedHashMap<>();

    private Formats(Iterable<Format> formats) {
        for (Format format : formats) {
            byId.put(format.id(), format);
            for (MediaType mediaType : format.mediaTypes()) {
                if (byMediaType.putIfAbsent(mediaType.essence(), format) == null) {
                    byType.computeIfAbsent(mediaType.type(), t -> new HashMap<>())
                            .put(mediaType.subtype(), format);
                }
            }
            format.extensions().forEach(e -> byExtension.putIfAbsent(e, format));
        }
    }

    /** The format of a media type: exact, else by a range such as {@code *}{@code /csv}, else by structured suffix ({@code application/problem+json}). */
    public static Optional<Format> find(MediaType mediaType) {
        Map<String, Format> ofType = STANDARD.byType.get(mediaType.type());
        Format exact = ofType == null ? null : ofType.get(mediaType.subtype());
        if (exact != null) {
            return Optional.of(exact);
        }
        Format range = STANDARD.byMediaType.get("*/" + mediaType.subtype());
        if (range == null) {
            range = STANDARD.byMediaType.get(mediaType.type() + "/*");
        }
        if (range != null) {
            return Optional.of(range);
        }
        int plus = mediaType.subtype().lastIndexOf('+');
        if (plus >= 0) {
            return Optional.ofNullable(STANDARD.byId.get(mediaType.subtype().substring(plus + 1)));
        }
        return mediaType.type().equals("text") ? Optional.ofNullable(STANDARD.byId.get("text")) : Optional.empty();
    }

    /** @throws FormatException with a suggestion when no format serves the media type */
    public static Format of(MediaType mediaType) {
        return find(mediaType)
                .orElseThrow(() -> new FormatException(Problem.error(
                        "UNKNOWN-FORMAT",
                        null,
                        "no format reads or writes '" + mediaType.essence() + "'",
                        Suggestion.didYouMean(
                                mediaType.essence(),
                                STANDARD.byMediaType.keySet(),
                                "known formats: " + String.join(", ", STANDARD.byId.keySet())))));
    }

    /** By short name, as in {@code output json}. */
    public static Optional<Format> byId(String id) {
        return Optional.ofNullable(STANDARD.byId.get(id));
    }

    /** By file name ending, without the dot. */
    public static Optional<Format> byExtension(String extension) {
        return Optional.ofNullable(STANDARD.byExtension.get(extension));
    }

    public static List<Format> all() {
        return new ArrayList<>(STANDARD.byId.values());
    }
}
