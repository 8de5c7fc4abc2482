package dev.hinny.lang.front;

import java.util.ArrayList;
import java.util.List;

/**
 * What the comment before a declaration says: prose, and examples that are run as tests.
 *
 * <pre>{@code
 * /**
 *  * The items for which the criterion holds.
 *  *
 *  *     [1, 2, 3] filter $ > 1
 *  *     => [2, 3]
 *  *\/
 * }</pre>
 *
 * An example is a block of lines indented by four blanks. The line that starts with {@code =>} and those after it are the
 * expected value; {@code => error CODE} says that the script fails with that code. The names of the module that the
 * comment stands in are imported.
 *
 * @param text the prose, lines joined, paragraphs parted by an empty line
 */
public record Documentation(String text, List<Example> examples) {
    public static final Documentation NONE = new Documentation("", List.of());

    private static final String INDENT = "    ";
    private static final String RESULT = "=>";

    public Documentation {
        examples = List.copyOf(examples);
    }

    /** A script and the value it gives, both in the language; {@code expected} is empty where none is given. */
    public record Example(String script, String expected) {
        /** The example as a script of its own, with the names of the module that it was found in. */
        public String scriptIn(String module) {
            if (script.startsWith("%dw")) {
                return script;
            }
            String names = module.equals("dw::Core") ? "" : "import * from " + module + "\n";
            return "%dw 2.0\n" + names + (script.contains("\n---\n") ? "" : "---\n") + script;
        }
    }

    /** The documentation of a directive of the document: the comment that ends before it with only blanks between. */
    public static Documentation of(Document document, Directive directive, String source) {
        int start = directive.span().startOffset();
        for (Annotation annotation : directive.annotations()) {
            start = Math.min(start, annotation.span().startOffset());
        }
        Document.Comment last = null;
        for (Document.Comment comment : document.comments()) {
            if (comment.span().endOffset() <= start
                    && source.substring(comment.span().endOffset(), start).isBlank()) {
                last = comment;
            }
        }
        return last == null || !last.text().startsWith("/**") ? NONE : parse(last.text());
    }

    /** Reads a comment with its marks. */
    static Documentation parse(String comment) {
        String body = comment.replaceFirst("^/\\*\\*", "").replaceFirst("\\*/$", "");
        StringBuilder prose = new StringBuilder();
        List<Example> examples = new ArrayList<>();
        StringBuilder example = new StringBuilder();
        for (String line : (body + "\n").split("\n", -1)) {
            String text = line.replaceFirst("^\\s*\\* ?", "").stripTrailing();
            if (text.startsWith(INDENT) && line.stripLeading().startsWith("*")) {
                if (isAnswered(example)) {
                    examples.add(example(example.toString()));
                    example.setLength(0);
                }
                example.append(text.substring(INDENT.length())).append('\n');
                continue;
            }
            if (!text.isBlank() && !example.isEmpty()) {
                examples.add(example(example.toString()));
                example.setLength(0);
            } else if (text.isBlank() && !example.isEmpty()) {
                example.append('\n');
            }
            prose(prose, text.strip());
        }
        if (!example.toString().isBlank()) {
            examples.add(example(example.toString()));
        }
        return new Documentation(prose.toString().strip(), examples);
    }

    /** Whether the block gives its result and an empty line after it: the next block is another example. */
    private static boolean isAnswered(CharSequence block) {
        String text = block.toString();
        return text.endsWith("\n\n") && (text.startsWith(RESULT) || text.contains("\n" + RESULT));
    }

    private static void prose(StringBuilder prose, String line) {
        boolean fresh = prose.isEmpty() || prose.charAt(prose.length() - 1) == '\n';
        if (line.isEmpty()) {
            prose.append(fresh ? "" : "\n\n");
        } else {
            prose.append(fresh ? "" : " ").append(line);
        }
    }

    private static Example example(String block) {
        StringBuilder script = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        boolean result = false;
        for (String line : block.split("\n", -1)) {
            if (!result && line.startsWith(RESULT)) {
                result = true;
                line = line.substring(RESULT.length());
            }
            (result ? expected : script).append(line).append('\n');
        }
        return new Example(script.toString().strip(), expected.toString().strip());
    }
}
