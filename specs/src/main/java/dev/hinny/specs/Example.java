package dev.hinny.specs;

import dev.hinny.base.SourceSpan;

/**
 * A sample of a value.
 *
 * @param name empty for the only example of its place
 * @param value the sample; a JSON text in the file is already read, XML and other text is a {@link Node.Text}
 * @param strict whether it must fit its shape
 */
public record Example(
        String name, String displayName, String description, Node value, boolean strict, SourceSpan span) {}
