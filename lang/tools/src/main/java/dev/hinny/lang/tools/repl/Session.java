package dev.hinny.lang.tools.repl;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.operation.Forcing;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Document;
import dev.hinny.lang.front.Parsed;
import dev.hinny.lang.front.Parser;
import dev.hinny.lang.front.check.Checker;
import dev.hinny.lang.front.check.Environment;
import dev.hinny.lang.front.check.Type;
import dev.hinny.lang.tools.Folders;
import dev.hinny.lang.tools.ProblemPrinter;
import dev.hinny.lang.tools.ScriptInputs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a dialogue has declared so far, and the evaluation of what comes next. Not safe for use by several threads. */
final class Session {
    static final MediaType NOTATION = new MediaType("application", "dw", Map.of());
    private static final String NAME = "<repl>";

    private final Folders folders;
    private final ScriptInputs given;
    private final Consumer<String> log;
    private final Map<String, TypedValue> inputs = new LinkedHashMap<>();
    /** Texts of imports, namespaces, types and functions by what they declare. */
    private final Map<String, String> declarations = new LinkedHashMap<>();
    /** Variables are evaluated when they are declared, so that each keeps its value. */
    private final Map<String, Value> variables = new LinkedHashMap<>();

    private MediaType format = NOTATION;

    Session(Folders folders, ScriptInputs given, Map<String, TypedValue> inputs, Consumer<String> log) {
        this.folders = folders;
        this.given = given;
        this.inputs.putAll(inputs);
        this.log = log;
    }

    void reset() {
        declarations.clear();
        variables.clear();
    }

    void format(MediaType other) {
        format = other;
    }

    void input(String name, TypedValue value) {
        variables.remove(name);
        inputs.put(name, value);
    }

    Map<String, TypedValue> inputs() {
        return inputs;
    }

    Map<String, Value> variables() {
        return variables;
    }

    /** The declarations, as they would stand in a header. */
    List<String> declarations() {
        return List.copyOf(declarations.values());
    }

    /**
     * Keeps what the text declares and evaluates its body.
     *
     * @return what to show, empty where the text only declares
     * @throws ProblemException when the text has errors or fails
     */
    String evaluate(String text) {
        Parsed parsed = Parser.parse(new SourceText(NAME, text));
        if (parsed.hasErrors()) {
            throw new ProblemException(parsed.problems());
        }
        Document document = parsed.document();
        StringBuilder shown = new StringBuilder();
        for (Directive directive : document.header()) {
            shown.append(declare(directive, text));
        }
        if (document.body() != null) {
            int start = bodyStart(document, text);
            shown.append(show(value(text, start)));
        }
        return shown.toString();
    }

    /** The type of an expression: what is known without running it, or that of its value. */
    String type(String text) {
        String header = header();
        String prefix = header.isEmpty() ? "" : header + "---\n";
        SourceText source = new SourceText(NAME, prefix + text);
        Map<String, Type> names = new LinkedHashMap<>();
        inputs.keySet().forEach(name -> names.put(name, Type.ANY));
        variables.keySet().forEach(name -> names.put(name, Type.ANY));
        Environment environment = Environment.NONE.withNames(names).withModules(folders::find);
        return Checker.check(Parser.parse(source), source, environment)
                .typeOf(prefix.length(), source.text().length())
                .filter(type -> !type.equals(Type.ANY))
                .map(type -> type + "\n")
                .orElseGet(() -> show(value("typeOf(" + text + "\n)", 0)));
    }

    /** The problems of an exception with the lines that they are about. */
    List<String> render(ProblemException failure, String text) {
        return render(failure, new SourceText(NAME, text));
    }

    /** The same for a text that came from a file: its problems bear the file's name. */
    List<String> render(ProblemException failure, SourceText text) {
        List<SourceText> texts = new ArrayList<>(folders.texts());
        texts.add(text);
        ProblemPrinter printer = new ProblemPrinter(texts);
        return failure.problems().stream()
                .map(p -> p.at(moved(p.place(), text, 0)))
                .map(printer::print)
                .toList();
    }

    private static int bodyStart(Document document, String text) {
        if (document.header().isEmpty()) {
            return 0;
        }
        int end = document.header().getLast().span().endOffset();
        return text.indexOf("---", end) + 3;
    }

    private String declare(Directive directive, String text) {
        SourceSpan span = directive.span();
        String own = text.substring(span.startOffset(), span.endOffset());
        switch (directive) {
            case Directive.Version _ -> {}
            case Directive.Output output -> {
                if (!output.format().isEmpty()) {
                    format = ScriptInputs.mediaType(output.format());
                }
            }
            case Directive.Input input ->
                throw new ProblemException(Problem.error(
                        "REPL-INPUT",
                        span,
                        "an input is not declared here",
                        "write ':input " + input.name() + " FILE' to read one"));
            case Directive.Variable variable -> {
                String name = variable.name().text();
                Value value = variable.type() == null
                        ? value(text, variable.value().span())
                        : value("do {\n" + own + "\n---\n" + name + "\n}", 0);
                variables.put(name, value);
                inputs.remove(name);
                declarations.remove("fun " + name);
                return name + " = " + show(value);
            }
            case Directive.Function function -> {
                variables.remove(function.name().text());
                keep("fun " + function.name() + "/" + function.parameters().size(), own, span);
            }
            case Directive.TypeAlias type -> keep("type " + type.name(), own, span);
            case Directive.Namespace namespace -> keep("ns " + namespace.prefix(), own, span);
            case Directive.Import it -> keep(own, own, span);
            case Directive.AnnotationDeclaration annotation -> keep("annotation " + annotation.name(), own, span);
        }
        return "";
    }

    private void keep(String key, String text, SourceSpan span) {
        String before = declarations.get(key);
        declarations.put(key, text);
        Script script = compile(header() + "---\nnull");
        if (script.hasErrors()) {
            declarations.remove(key);
            if (before != null) {
                declarations.put(key, before);
            }
            throw new ProblemException(
                    script.problems().stream().map(p -> p.at(span)).toList());
        }
    }

    private Value value(String text, SourceSpan span) {
        String blank = text.substring(0, span.startOffset()).replaceAll("[^\n]", " ");
        return value(blank + text.substring(span.startOffset(), span.endOffset()), 0);
    }

    /** The value of the part of a text from an offset on. */
    private Value value(String text, int start) {
        String header = header();
        String prefix = header.isEmpty() ? "" : header + "---\n";
        Script script = compile(prefix + text.substring(start));
        try {
            Value value = script.evaluate(bindings());
            Forcing.force(value);
            return value;
        } catch (ProblemException e) {
            SourceText own = new SourceText(NAME, text);
            throw new ProblemException(
                    e.problems().stream()
                            .map(p -> p.at(moved(p.place(), own, start - prefix.length())))
                            .toList(),
                    e);
        }
    }

    private static @Nullable SourceSpan moved(@Nullable SourceSpan place, SourceText text, int by) {
        return place == null || !place.source().equals(NAME)
                ? place
                : text.span(Math.max(0, place.startOffset() + by), Math.max(0, place.endOffset() + by));
    }

    private String header() {
        StringBuilder header = new StringBuilder();
        declarations.values().forEach(d -> header.append(d).append('\n'));
        return header.toString();
    }

    private Script compile(String text) {
        Set<String> names = new LinkedHashSet<>(inputs.keySet());
        names.addAll(variables.keySet());
        names.add("p");
        return Script.compile(
                new SourceText(NAME, text),
                CompileOptions.NONE
                        .withNames(names)
                        .withModules(folders)
                        .withResources(folders)
                        .withClassLoader(Session.class.getClassLoader())
                        .withLog(log));
    }

    private Bindings bindings() {
        Bindings.Builder bindings = Bindings.builder();
        given.bind(bindings);
        inputs.forEach(bindings::typed);
        variables.forEach(bindings::value);
        return bindings.build();
    }

    private String show(Value value) {
        if (value instanceof FunctionValue function && format.equals(NOTATION)) {
            return "("
                    + String.join(
                            ", ",
                            function.parameters().stream().map(p -> p.name()).toList()) + ") -> ???\n";
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Formats.of(format).write(value, out, FormatContext.of(format));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = out.toString(StandardCharsets.UTF_8);
        return text.endsWith("\n") ? text : text + "\n";
    }
}
