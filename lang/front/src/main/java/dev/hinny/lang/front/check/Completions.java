package dev.hinny.lang.front.check;

import dev.hinny.base.SourceSpan;
import dev.hinny.base.SourceText;
import dev.hinny.lang.front.Documentation;
import dev.hinny.lang.front.QualifiedName;
import dev.hinny.lang.front.StandardLibrary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be written at a place. */
final class Completions {
    private static final Pattern QUALIFIER = Pattern.compile("([A-Za-z_][\\w]*(?:::[A-Za-z_]\\w*)*)::$");
    private static final Pattern TYPE_WORD = Pattern.compile("\\b(?:is|as)\\s+$");
    private static final Pattern MODULE_PLACE = Pattern.compile("^\\s*import\\s+(?:[^\\n]*\\sfrom\\s+)?[\\w:]*$");
    private static final Pattern MEMBER_PLACE = Pattern.compile("^\\s*import\\s+[^\\n]*$");
    private static final Pattern FROM = Pattern.compile("^[^\\n]*?\\sfrom\\s+([A-Za-z_]\\w*(?:::[A-Za-z_]\\w*)*)");

    private final Session session;
    private final Unit unit;
    private final SourceText source;
    private final Map<String, Symbol> found = new LinkedHashMap<>();

    Completions(Session session, Unit unit, SourceText source) {
        this.session = session;
        this.unit = unit;
        this.source = source;
    }

    List<Symbol> at(int offset) {
        String text = source.text();
        int start = offset;
        while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1)) && text.charAt(start - 1) != '$') {
            start--;
        }
        int lineStart = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
        String line = text.substring(Math.min(lineStart, start), start);
        Scope scope = scope(offset);
        if (MEMBER_PLACE.matcher(line).matches()) {
            imports(line, text, offset);
        } else if (line.endsWith("::")) {
            members(line, scope);
        } else if (line.endsWith(".") || line.endsWith("..") || line.endsWith(".*")) {
            fields(text, start);
        } else if (TYPE_WORD.matcher(line).find() || isType(start, offset)) {
            types(scope);
        } else {
            names(scope);
        }
        return List.copyOf(found.values());
    }

    private Scope scope(int offset) {
        String text = source.text();
        int before = offset;
        while (before > 0 && Character.isWhitespace(text.charAt(before - 1))) {
            before--;
        }
        int end = before > 0 && ")]}".indexOf(text.charAt(before - 1)) >= 0 ? offset : before;
        return session.recorder.scopes().stream()
                .filter(p -> Analysis.holds(p.span(), offset) || Analysis.holds(p.span(), end))
                .min(Comparator.comparingInt(p -> Analysis.length(p.span())))
                .map(Recorder.Place::scope)
                .orElse(unit.scope());
    }

    private boolean isType(int start, int offset) {
        String before = source.text().substring(0, start).stripTrailing();
        return session.recorder.typePlaces().stream()
                .anyMatch(s -> Analysis.holds(s, offset)
                        || before.endsWith(":")
                                && s.startOffset() == s.endOffset()
                                && s.startOffset() >= before.length()
                                && s.startOffset() <= offset + 1);
    }

    private void add(Symbol symbol) {
        found.putIfAbsent(symbol.name(), symbol);
    }

    private void add(@Nullable Declaration declaration, String as) {
        if (declaration != null) {
            add(declaration.symbol(as));
        }
    }

    private void module(String path) {
        add(new Symbol(path, Symbol.Kind.MODULE, List.of(), Optional.empty(), "", Documentation.NONE));
    }

    private void imports(String line, String text, int offset) {
        int end = text.indexOf('\n', offset);
        Matcher from = FROM.matcher(text.substring(offset, end < 0 ? text.length() : end));
        if (from.find()) {
            Module module = session.modules.find(name(from.group(1)));
            if (module != null) {
                module.names().forEach(n -> add(module.member(n), n));
                module.typeNames().forEach(n -> add(module.type(n), n));
            }
        } else if (MODULE_PLACE.matcher(line).matches()) {
            String typed = line.replaceFirst("^.*[\\s]", "");
            StandardLibrary.modules().stream()
                    .filter(m -> m.startsWith(typed))
                    .map(m -> m.substring(typed.length()))
                    .forEach(this::module);
        }
    }

    private static QualifiedName name(String path) {
        List<String> parts = List.of(path.split("::"));
        return new QualifiedName(
                SourceSpan.file(""), null, parts.subList(0, parts.size() - 1), parts.get(parts.size() - 1));
    }

    private void members(String line, Scope scope) {
        Matcher matcher = QUALIFIER.matcher(line);
        if (!matcher.find()) {
            return;
        }
        String path = matcher.group(1);
        List<String> parts = new ArrayList<>(List.of(path.split("::")));
        Module module = session.recorder.muted(
                () -> session.names.module(new QualifiedName(SourceSpan.file(""), null, parts, "x"), scope));
        if (module != null) {
            module.names().forEach(n -> add(module.member(n), n));
            module.typeNames().forEach(n -> add(module.type(n), n));
        }
        String prefix = path + "::";
        StandardLibrary.modules().stream()
                .filter(m -> m.startsWith(prefix))
                .map(m -> m.substring(prefix.length()))
                .forEach(this::module);
    }

    /** The fields of what stands before the dot. */
    private void fields(String text, int start) {
        int dot = start;
        while (dot > 0 && ".*@&".indexOf(text.charAt(dot - 1)) >= 0) {
            dot--;
        }
        int end = dot;
        Optional<Recorder.Typed> target = endingAt(end, false);
        while (target.isEmpty()
                && end > 0
                && (text.charAt(end - 1) == ')' || Character.isWhitespace(text.charAt(end - 1)))) {
            end--;
            target = endingAt(end, true);
        }
        target.ifPresent(t -> fields(t.type(), 0));
    }

    private Optional<Recorder.Typed> endingAt(int end, boolean longest) {
        Comparator<Recorder.Typed> bySize = Comparator.comparingInt(t -> Analysis.length(t.span()));
        return session.recorder.typed().stream()
                .filter(t -> t.span().endOffset() == end && Analysis.length(t.span()) > 0)
                .min(longest ? bySize.reversed() : bySize);
    }

    private void fields(Type type, int depth) {
        for (Type member : Types.members(type)) {
            switch (Types.resolve(member)) {
                case Type.Object o -> {
                    for (Type.Field field : o.fields()) {
                        if (field.name() != null) {
                            field(TypeText.key(field.name()), field.type());
                        }
                    }
                }
                case Type.Array a when depth < 3 -> fields(a.item(), depth + 1);
                case Type.Intersection i -> i.members().forEach(m -> fields(m, depth + 1));
                case Type.Simple s
                when s.kind().isTemporal() || s.kind() == Type.Kind.PERIOD ->
                    TemporalFields.NAMES.forEach(n -> field(n, Type.NUMBER));
                default -> {}
            }
        }
    }

    private void field(String name, Type type) {
        add(new Symbol(name, Symbol.Kind.FIELD, List.of(type), Optional.empty(), "", Documentation.NONE));
    }

    private void types(Scope scope) {
        for (Scope s = scope; s != null; s = s.outer()) {
            s.ownTypeParameters()
                    .forEach((name, type) -> add(new Symbol(
                            name,
                            Symbol.Kind.TYPE_PARAMETER,
                            List.of(type),
                            Optional.empty(),
                            "",
                            Documentation.NONE)));
            s.ownTypes().forEach((name, type) -> add(type, name));
            for (Scope.Import imported : s.ownImports()) {
                if (imported.all()) {
                    imported.module()
                            .typeNames()
                            .forEach(n -> add(imported.module().type(n), n));
                } else {
                    imported.names().forEach((as, n) -> add(imported.module().type(n), as));
                }
            }
        }
        for (String name : TypeReader.builtInNames()) {
            add(new Symbol(name, Symbol.Kind.TYPE, List.of(), Optional.empty(), "", Documentation.NONE));
        }
        Library.core().typeNames().forEach(n -> add(Library.core().type(n), n));
        modules(scope);
    }

    private void modules(Scope scope) {
        for (Scope.Import imported : scope.imports()) {
            Declaration alias = imported.alias();
            if (alias != null) {
                add(alias, alias.name());
            }
        }
    }

    private void names(Scope scope) {
        for (Scope s = scope; s != null; s = s.outer()) {
            s.ownNames().forEach((name, declaration) -> add(declaration, name));
            s.ownNamespaces().forEach((name, declaration) -> add(declaration, name));
            for (Scope.Import imported : s.ownImports()) {
                Module module = imported.module();
                if (imported.all()) {
                    module.names().forEach(n -> add(module.member(n), n));
                } else {
                    imported.names().forEach((as, n) -> add(module.member(n), as));
                }
            }
        }
        session.environment.names().forEach((name, type) -> add(Names.host(name, type), name));
        Unit core = Library.core();
        core.names().stream()
                .filter(n -> !n.equals("plusplus") && !n.equals("minusminus"))
                .forEach(n -> add(core.member(n), n));
        modules(scope);
    }
}
