package dev.hinny.lang.server;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.front.Documentation;
import dev.hinny.lang.front.check.Symbol;
import dev.hinny.lang.front.check.Type;
import java.util.Optional;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.jspecify.annotations.Nullable;

/** Types and documentation as Markdown. */
final class Explanations {
    private static final String FENCE = "dataweave";
    private static final int MOST_EXAMPLES = 3;

    private Explanations() {}

    static @Nullable Hover hover(Workspace.Checked checked, int offset) {
        Optional<Symbol> symbol = checked.analysis().symbolAt(offset);
        Optional<SourceSpan> name = checked.analysis().nameAt(offset);
        if (symbol.isPresent() && symbol.get().name().isEmpty()) {
            // A declaration whose name is still to be typed.
            return null;
        }
        if (symbol.isPresent() && name.isPresent()) {
            return new Hover(markdown(explain(symbol.get())), OpenDocument.range(name.get()));
        }
        Optional<Type> type = checked.analysis().typeAt(offset).filter(t -> !t.equals(Type.ANY));
        return type.isPresent() ? new Hover(markdown(code(type.get().toString()))) : null;
    }

    static String explain(Symbol symbol) {
        String from = symbol.module().isEmpty() ? "" : "*" + symbol.module() + "*\n\n";
        return code(symbol.text()) + from + documentation(symbol.documentation());
    }

    static String documentation(Documentation documentation) {
        StringBuilder text = new StringBuilder(documentation.text());
        documentation.examples().stream().limit(MOST_EXAMPLES).forEach(example -> {
            text.append("\n\n").append("```" + FENCE + "\n").append(example.script());
            if (!example.expected().isEmpty()) {
                text.append("\n// => ").append(example.expected().replace("\n", "\n//    "));
            }
            text.append("\n```");
        });
        return text.toString().strip();
    }

    static MarkupContent markdown(String text) {
        return new MarkupContent(MarkupKind.MARKDOWN, text);
    }

    private static String code(String text) {
        return "```" + FENCE + "\n" + text + "\n```\n\n";
    }
}
