package dev.hinny.specs;

import dev.hinny.base.SourceSpan;
import java.util.List;
import java.util.Map;

/**
 * A body of one media type.
 *
 * @param mediaType as written: {@code application/json}, or a range such as {@code image/*}
 * @param encodings for forms, the content type of a part by its name
 */
public record Payload(
        String mediaType, Shape shape, List<Example> examples, Map<String, String> encodings, SourceSpan span) {
    public Payload {
        examples = List.copyOf(examples);
        encodings = Copies.ordered(encodings);
    }
}
