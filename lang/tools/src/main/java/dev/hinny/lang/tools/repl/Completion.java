package dev.hinny.lang.tools.repl;

import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Parser;
import dev.hinny.lang.front.StandardLibrary;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words that may stand at the end of a text. */
final class Completion {
    private static final List<String> WORDS = List.of(
            "and", "as", "case", "default", "do", "else", "false", "fun", "if", "import", "is", "match", "not", "ns",
            "null", "or", "true", "type", "unless", "update", "using", "var");

    private static final Pattern PATH = Pattern.compile("([A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*|\\[\\d+\\])*)\\.(\\w*)$");
    private static final Pattern MODULE = Pattern.compile("(?:import|from)\\s+[\\w:]*$");

    private final Session session;
    private @Nullable Set<String> core;

    Completion(Session session) {
        this.session = session;
    }

    /** Whole words; those that do not begin with what stands before the cursor are the caller's to drop. */
    Set<String> candidates(String before) {
        if (before.startsWith(":")) {
            return new TreeSet<>(Commands.NAMES);
        }
        Matcher path = PATH.matcher(before);
        if (path.find()) {
            return keys(path.group(1));
        }
        if (MODULE.matcher(before).find()) {
            return new TreeSet<>(StandardLibrary.modules());
        }
        Set<String> all = new TreeSet<>(WORDS);
        all.addAll(session.inputs().keySet());
        all.addAll(session.variables().keySet());
        for (String declaration : session.declarations()) {
            declared(declaration + "\n", all);
        }
        all.addAll(core());
        return all;
    }

    private Set<String> core() {
        Set<String> known = core;
        if (known == null) {
            known = new TreeSet<>();
            module("dw::Core", known);
            core = known;
        }
        return known;
    }

    private static void module(String path, Set<String> names) {
        SourceText text = StandardLibrary.source(path);
        if (text != null) {
            declared(text.text(), names);
        }
    }

    private static void declared(String text, Set<String> names) {
        for (Directive directive :
                Parser.parse(new SourceText("", text)).document().header()) {
            switch (directive) {
                case Directive.Function it -> names.add(it.name().text());
                case Directive.Variable it -> names.add(it.name().text());
                case Directive.TypeAlias it -> names.add(it.name().text());
                case Directive.Import it -> {
                    if (it.all()) {
                        module(it.module().toString(), names);
                    }
                    it.names().forEach(n -> names.add((n.alias() == null ? n.name() : n.alias()).text()));
                }
                default -> {}
            }
        }
    }

    /** The keys below a path of known values; the first item speaks for an array. */
    private Set<String> keys(String path) {
        Set<String> keys = new TreeSet<>();
        String[] steps = path.replaceAll("\\[\\d+\\]", "").split("\\.");
        Value value = root(steps[0]);
        for (int i = 1; value != null && i < steps.length; i++) {
            value = first(value) instanceof ObjectValue object ? object.get(steps[i]) : null;
        }
        if (value != null && first(value) instanceof ObjectValue object) {
            for (Entry entry : object) {
                keys.add(entry.key().name());
            }
        }
        return keys;
    }

    private @Nullable Value root(String name) {
        Value variable = session.variables().get(name);
        if (variable != null) {
            return variable;
        }
        TypedValue input = session.inputs().get(name);
        return input == null ? null : input.value();
    }

    private static @Nullable Value first(Value value) {
        if (value instanceof ArrayValue array) {
            Iterator<Value> items = array.iterator();
            return items.hasNext() ? items.next() : null;
        }
        return value;
    }
}
