package dev.hinny.lang.server;

import dev.hinny.lang.front.check.Symbol;
import dev.hinny.lang.front.check.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureInformation;
import org.jspecify.annotations.Nullable;

/** The parameters of the call that is being written. */
final class Signatures {
    /** A bracket that is open, and the commas behind it. */
    private static final class Open {
        final int at;
        int commas;

        Open(int at) {
            this.at = at;
        }
    }

    private Signatures() {}

    static @Nullable SignatureHelp help(Workspace.Checked checked, int offset) {
        String text = checked.document().text().text();
        for (Open bracket : open(text, offset)) {
            int name = bracket.at;
            if (text.charAt(name) == '(' && name > 0 && OpenDocument.isWordPart(text.charAt(name - 1))) {
                Optional<Symbol> symbol = checked.analysis()
                        .symbolAt(name)
                        .filter(s -> s.types().stream().anyMatch(Type.Function.class::isInstance));
                if (symbol.isPresent()) {
                    return help(symbol.get(), bracket.commas);
                }
            }
        }
        return null;
    }

    private static SignatureHelp help(Symbol symbol, int argument) {
        List<SignatureInformation> signatures = new ArrayList<>();
        String[] lines = symbol.text().split("\n");
        int active = -1;
        for (int i = 0; i < symbol.types().size(); i++) {
            if (symbol.types().get(i) instanceof Type.Function function) {
                List<ParameterInformation> parameters = function.parameters().stream()
                        .map(p -> new ParameterInformation(p.name()))
                        .toList();
                SignatureInformation signature = new SignatureInformation(i < lines.length ? lines[i] : symbol.name());
                signature.setParameters(parameters);
                String documentation = Explanations.documentation(symbol.documentation());
                if (!documentation.isEmpty()) {
                    signature.setDocumentation(Explanations.markdown(documentation));
                }
                if (active < 0 && argument < parameters.size()) {
                    active = signatures.size();
                }
                signatures.add(signature);
            }
        }
        return new SignatureHelp(signatures, Math.max(0, active), argument);
    }

    /** The brackets that are open at an offset, the innermost first. */
    private static Deque<Open> open(String text, int offset) {
        Deque<Open> open = new ArrayDeque<>();
        int i = 0;
        while (i < offset) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\'', '`' -> i = behindString(text, i, offset);
                case '/' -> i = behindComment(text, i, offset);
                case '(', '[', '{' -> open.push(new Open(i));
                case ')', ']', '}' -> open.poll();
                case ',' -> {
                    Open innermost = open.peek();
                    if (innermost != null) {
                        innermost.commas++;
                    }
                }
                default -> {}
            }
            i++;
        }
        return open;
    }

    private static int behindString(String text, int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == text.charAt(start)) {
                return i;
            }
        }
        return end;
    }

    private static int behindComment(String text, int start, int end) {
        if (text.startsWith("//", start)) {
            int line = text.indexOf('\n', start);
            return line < 0 ? end : line;
        }
        if (text.startsWith("/*", start)) {
            int close = text.indexOf("*/", start + 2);
            return close < 0 ? end : close + 1;
        }
        return start;
    }
}
