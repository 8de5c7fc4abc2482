package dev.hinny.lang.fuzz;

import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.front.Parsed;
import dev.hinny.lang.front.Parser;
import dev.hinny.lang.front.Printer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Any text parses and compiles without an exception, and what is printed parses without a problem again. */
final class ScriptTarget implements Target {
    private static final CompileOptions OPTIONS = CompileOptions.NONE.withNames(Set.of("payload", "vars"));

    @Override
    public void accept(byte[] input) {
        SourceText source = new SourceText("fuzz.dwl", new String(input, StandardCharsets.UTF_8));
        Parsed parsed = Parser.parse(source);
        Script.compile(parsed, OPTIONS);
        if (!parsed.hasErrors()) {
            String printed = Printer.print(parsed.document());
            if (Parser.parse(new SourceText("printed.dwl", printed)).hasErrors()) {
                throw new IllegalStateException("printed form does not parse: " + printed);
            }
        }
    }
}
