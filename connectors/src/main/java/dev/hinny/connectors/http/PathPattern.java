package dev.hinny.connectors.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A listener's path: literal segments, {@code {name}} for one segment, {@code *} for one in the middle and for all that
 * follows at the end. Ordered by how exact it is: what is more exact comes first.
 */
final class PathPattern implements Comparable<PathPattern> {
    /** One segment; the ordinal of the kind is its rank. */
    private record Segment(Kind kind, String text, Pattern glob) {}

    private enum Kind {
        LITERAL,
        END,
        GLOB,
        PARAMETER,
        ANY,
        REST
    }

    private static final Pattern NONE = Pattern.compile("");

    private final String text;
    private final List<Segment> segments;
    private final boolean open;

    private PathPattern(String text, List<Segment> segments) {
        this.text = text;
        this.segments = segments;
        this.open = !segments.isEmpty() && segments.getLast().kind == Kind.REST;
    }

    static PathPattern of(String basePath, String path) {
        String text = join(basePath, path);
        List<String> parts = split(text);
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            segments.add(segment(parts.get(i), i == parts.size() - 1));
        }
        return new PathPattern(text, List.copyOf(segments));
    }

    /** The two with single slashes, starting with one. */
    static String join(String basePath, String path) {
        return ("/" + basePath + "/" + path).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }

    private static Segment segment(String part, boolean last) {
        if (part.equals("*")) {
            return new Segment(last ? Kind.REST : Kind.ANY, "", NONE);
        }
        if (part.startsWith("{") && part.endsWith("}") && part.indexOf('{', 1) < 0) {
            return new Segment(Kind.PARAMETER, part.substring(1, part.length() - 1), NONE);
        }
        if (part.indexOf('*') >= 0) {
            return new Segment(Kind.GLOB, part, Pattern.compile(Pattern.quote(part).replace("*", "\\E.*\\Q")));
        }
        return new Segment(Kind.LITERAL, part, NONE);
    }

    private static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** As written, with the base path. */
    String text() {
        return text;
    }

    /** The parameters of a raw path that fits; empty where it does not. */
    Optional<Map<String, String>> match(String rawPath) {
        List<String> parts = split(rawPath);
        int fixed = open ? segments.size() - 1 : segments.size();
        if (open ? parts.size() < fixed : parts.size() != fixed) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < fixed; i++) {
            Segment segment = segments.get(i);
            String part = decode(parts.get(i));
            boolean fits =
                    switch (segment.kind) {
                        case LITERAL -> segment.text.equals(part);
                        case GLOB -> segment.glob.matcher(part).matches();
                        case PARAMETER -> {
                            parameters.put(segment.text, part);
                            yield true;
                        }
                        case ANY -> true;
                        case REST, END -> false;
                    };
            if (!fits) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /** The part of a decoded path that the wildcard at the end stands for, with its slash; empty without a wildcard. */
    Optional<String> rest(String path) {
        if (!open) {
            return Optional.empty();
        }
        int at = 0;
        for (int i = 0; i < segments.size() - 1; i++) {
            at = skip(path, at);
        }
        String rest = path.substring(at);
        return Optional.of(rest.isEmpty() ? "/" : rest);
    }

    private static int skip(String path, int from) {
        int at = from;
        while (at < path.length() && path.charAt(at) == '/') {
            at++;
        }
        while (at < path.length() && path.charAt(at) != '/') {
            at++;
        }
        return at;
    }

    private static String decode(String part) {
        return part.indexOf('%') < 0 ? part : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Whether both fit exactly the same paths. */
    boolean sameAs(PathPattern other) {
        return compareTo(other) == 0;
    }

    @Override
    public int compareTo(PathPattern other) {
        int length = Math.max(segments.size(), other.segments.size());
        for (int i = 0; i < length; i++) {
            Kind mine = i < segments.size() ? segments.get(i).kind : Kind.END;
            Kind theirs = i < other.segments.size() ? other.segments.get(i).kind : Kind.END;
            if (mine != theirs) {
                return mine.compareTo(theirs);
            }
            if (mine == Kind.LITERAL || mine == Kind.GLOB) {
                int text = segments.get(i).text.compareTo(other.segments.get(i).text);
                if (text != 0) {
                    return text;
                }
            }
        }
        return 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathPattern p && compareTo(p) == 0;
    }

    @Override
    public int hashCode() {
        return segments.size();
    }

    @Override
    public String toString() {
        return text;
    }
}
