package dev.hinny.specs;

import dev.hinny.base.SourceSpan;
import java.util.List;
import java.util.Map;

/**
 * One alternative of what a caller needs.
 *
 * @param schemes the schemes that must all be met, each with its scopes; none means that no proof is needed
 */
public record SecurityRequirement(Map<String, List<String>> schemes, SourceSpan span) {
    public SecurityRequirement {
        schemes = Copies.ordered(schemes);
    }
}
