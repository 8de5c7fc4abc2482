package dev.hinny.lang.server;

import dev.hinny.lang.front.Documentation;
import dev.hinny.lang.front.check.Symbol;
import dev.hinny.lang.front.check.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What may be written at a place, with signature, documentation and, for calls, the places of the arguments. */
final class CompletionItems {
    private record Snippet(String label, String text, String detail) {}

    private static final List<Snippet> SNIPPETS = List.of(
            new Snippet("if", "if (${1:condition}) ${2:value} else ${3:null}", "if (condition) value else value"),
            new Snippet(
                    "match",
                    "match {\n    case ${1:pattern} -> ${2:value}\n    else -> ${3:null}\n}",
                    "match { case }"),
            new Snippet("update", "update {\n    case ${1:value} at .${2:field} -> ${3:$1}\n}", "update { case at }"),
            new Snippet(
                    "do",
                    "do {\n    var ${1:name} = ${2:value}\n    ---\n    ${3:$1}\n}",
                    "do { declarations --- value }"),
            new Snippet("fun", "fun ${1:name}(${2:parameter}) = ${3:value}", "fun name(parameters) = value"),
            new Snippet("var", "var ${1:name} = ${2:value}", "var name = value"),
            new Snippet("import", "import * from ${1:dw::core::Strings}", "import * from module"),
            new Snippet("output", "output ${1:application/json}", "output media type"));

    private static final Pattern MODULE = Pattern.compile("^\\s*import\\s+(?:[^\\n]*\\sfrom\\s+)?((?:\\w+::)*)$");

    private static final Pattern FORMAT =
            Pattern.compile("^\\s*(?:%dw 2\\.\\d\\s+)?(?:output|input\\s+\\w+)\\s+(?:[\\w.+-]+/)?(?:[\\w.-]+\\+)?$");

    private final Workspace.Checked checked;
    private final List<String> modules;
    private final List<String> formats;
    private final boolean snippets;

    /**
     * @param modules the paths of the workspace's modules
     * @param formats what may stand behind {@code output} and {@code input}
     */
    CompletionItems(Workspace.Checked checked, List<String> modules, List<String> formats, boolean snippets) {
        this.formats = formats;
        this.checked = checked;
        this.modules = modules;
        this.snippets = snippets;
    }

    List<CompletionItem> at(int offset) {
        String text = checked.document().text().text();
        int start = checked.document().wordStart(offset);
        if (Surroundings.isProse(text, start) || text.startsWith(".@", start - 2)) {
            return List.of();
        }
        int line = lineStart(text, start);
        if (FORMAT.matcher(text.substring(line, start)).find()) {
            return formats.stream().map(f -> format(f, text, line, offset)).toList();
        }
        char before = before(text, start);
        boolean infix = OpenDocument.isWordPart(before) || ")]}\"'`".indexOf(before) >= 0;
        List<CompletionItem> items = new ArrayList<>();
        for (Symbol symbol : checked.analysis().completionsAt(offset)) {
            items.add(item(symbol, infix || text.startsWith("(", offset) || imports(text, start)));
        }
        modules(text, start).forEach(m -> items.add(item(m, true)));
        if (snippets && before != '.' && before != ':' && !imports(text, start)) {
            SNIPPETS.forEach(s -> items.add(item(s)));
        }
        return items;
    }

    /** A media type replaces all that stands there of one: for many editors its slash ends a word. */
    private CompletionItem format(String format, String text, int line, int offset) {
        int from = offset;
        while (from > line && !Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        CompletionItem item = new CompletionItem(format);
        item.setKind(CompletionItemKind.Value);
        item.setSortText((format.indexOf('/') < 0 ? "0" : "1") + format);
        item.setTextEdit(Either.forLeft(
                new TextEdit(OpenDocument.range(checked.document().text().span(from, offset)), format)));
        return item;
    }

    private static int lineStart(String text, int start) {
        return Math.min(text.lastIndexOf('\n', Math.max(0, start - 1)) + 1, start);
    }

    /** The modules of the workspace, where the path of one is written: what lacks of each path. */
    private List<Symbol> modules(String text, int start) {
        int end = text.indexOf('\n', start);
        boolean named = text.substring(start, end < 0 ? text.length() : end).contains(" from ");
        Matcher typed = MODULE.matcher(text.substring(lineStart(text, start), start));
        return named || !typed.find()
                ? List.of()
                : modules.stream()
                        .filter(m -> m.startsWith(typed.group(1)))
                        .map(m -> m.substring(typed.group(1).length()))
                        .map(m ->
                                new Symbol(m, Symbol.Kind.MODULE, List.of(), Optional.empty(), "", Documentation.NONE))
                        .toList();
    }

    /** The last character before the word that is not blank. */
    private static char before(String text, int start) {
        int i = start;
        while (i > 0 && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '\t')) {
            i--;
        }
        return i == 0 ? '\n' : text.charAt(i - 1);
    }

    private static boolean imports(String text, int start) {
        return text.substring(lineStart(text, start), start).stripLeading().startsWith("import ");
    }

    private CompletionItem item(Symbol symbol, boolean plain) {
        CompletionItem item = new CompletionItem(symbol.name());
        item.setKind(kind(symbol.kind()));
        String declared = symbol.text();
        int line = declared.indexOf('\n');
        item.setDetail(line < 0 ? declared : declared.substring(0, line) + " (+ overloads)");
        String documentation = Explanations.documentation(symbol.documentation());
        if (!documentation.isEmpty()) {
            item.setDocumentation(Explanations.markdown(documentation));
        }
        // The document's own names before those of the library.
        item.setSortText((symbol.module().isEmpty() ? "0" : "1") + symbol.name());
        if (snippets && !plain && symbol.kind() == Symbol.Kind.FUNCTION) {
            item.setInsertText(symbol.name() + "(" + arguments(symbol) + ")");
            item.setInsertTextFormat(InsertTextFormat.Snippet);
        }
        return item;
    }

    private static String arguments(Symbol symbol) {
        StringJoiner arguments = new StringJoiner(", ");
        if (!symbol.types().isEmpty() && symbol.types().getFirst() instanceof Type.Function function) {
            int number = 1;
            for (Type.Parameter parameter : function.parameters()) {
                if (!parameter.optional()) {
                    arguments.add("${" + number + ":" + parameter.name() + "}");
                    number++;
                }
            }
        }
        return arguments.toString();
    }

    private static CompletionItem item(Snippet snippet) {
        CompletionItem item = new CompletionItem(snippet.label());
        item.setKind(CompletionItemKind.Snippet);
        item.setDetail(snippet.detail());
        item.setInsertText(snippet.text());
        item.setInsertTextFormat(InsertTextFormat.Snippet);
        item.setSortText("2" + snippet.label());
        return item;
    }

    private static CompletionItemKind kind(Symbol.Kind kind) {
        return switch (kind) {
            case VARIABLE -> CompletionItemKind.Variable;
            case FUNCTION -> CompletionItemKind.Function;
            case PARAMETER -> CompletionItemKind.Variable;
            case TYPE -> CompletionItemKind.Class;
            case TYPE_PARAMETER -> CompletionItemKind.TypeParameter;
            case NAMESPACE, MODULE -> CompletionItemKind.Module;
            case FIELD -> CompletionItemKind.Field;
            case ANNOTATION -> CompletionItemKind.Keyword;
        };
    }
}
