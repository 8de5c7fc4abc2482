package dev.hinny.connectors.http;

import dev.hinny.connectors.http.RequestParameters.FailureStatusCodeValidator;
import dev.hinny.connectors.http.RequestParameters.ResponseValidator;
import dev.hinny.connectors.http.RequestParameters.SuccessStatusCodeValidator;
import dev.hinny.runtime.api.element.Build;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which statuses of a response are good. */
record StatusRule(List<Range> ranges, boolean good) {
    /** From and to, both inclusive. */
    record Range(int from, int to) {}

    private static final Pattern RANGE = Pattern.compile("\\s*(\\d+)(?:\\s*\\.\\.\\s*(\\d+))?\\s*");
    private static final StatusRule STANDARD = new StatusRule(List.of(new Range(0, 399)), true);

    static StatusRule of(@Nullable ResponseValidator element, Build build) {
        return switch (element == null ? null : element.validator()) {
            case null -> STANDARD;
            case SuccessStatusCodeValidator(String values) -> new StatusRule(parse(values, build), true);
            case FailureStatusCodeValidator(String values) -> new StatusRule(parse(values, build), false);
        };
    }

    private static List<Range> parse(String values, Build build) {
        List<Range> ranges = new ArrayList<>();
        for (String part : values.split(",")) {
            Matcher matcher = RANGE.matcher(part);
            if (matcher.matches()) {
                int from = Integer.parseInt(matcher.group(1));
                ranges.add(new Range(from, matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2))));
            } else if (!part.isBlank()) {
                build.problems()
                        .error(
                                "BAD-STATUS-RANGE",
                                build.component().place(),
                                "'" + part.strip() + "' is no status and no range of them",
                                "write statuses and ranges with commas: 200..299,404");
            }
        }
        return ranges;
    }

    boolean accepts(int status) {
        boolean listed = ranges.stream().anyMatch(r -> status >= r.from && status <= r.to);
        return listed == good;
    }
}
