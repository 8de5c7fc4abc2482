package dev.hinny.lang.tools.repl;

import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceText;
import dev.hinny.lang.tools.ScriptFiles;
import dev.hinny.lang.tools.ScriptInputs;
import dev.hinny.lang.tools.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

/** The lines that begin with a colon. */
final class Commands {
    static final List<String> NAMES =
            List.of(":help", ":input", ":vars", ":type", ":format", ":load", ":reset", ":quit");

    private static final String HELP = """
        :help              this text
        :input NAME FILE   read a file, FILE or FILE:MIME, and give it a name
        :vars              what is declared
        :type EXPRESSION   the type of an expression
        :format FORMAT     show results as dw, json or another format
        :load FILE         evaluate a script and keep what it declares
        :reset             forget what was declared
        :quit              end, as Ctrl-D does
        Declarations (var, fun, type, import, ns) are kept. A line that is not whole goes on; an empty line ends it.
        """;

    private final Session session;
    private boolean ended;

    Commands(Session session) {
        this.session = session;
    }

    boolean ended() {
        return ended;
    }

    /** Runs a line with a command; returns what to show. */
    String run(String line) {
        String[] words = line.strip().split("\\s+", 2);
        String rest = words.length > 1 ? words[1].strip() : "";
        return switch (words[0]) {
            case ":help", ":h", ":?" -> HELP;
            case ":input", ":i" -> input(rest);
            case ":vars" -> vars();
            case ":type", ":t" -> session.type(rest);
            case ":format" -> format(rest);
            case ":load", ":l" -> load(rest);
            case ":reset" -> {
                session.reset();
                yield "";
            }
            case ":quit", ":q", ":exit" -> {
                ended = true;
                yield "";
            }
            default -> throw new UsageException("there is no command '" + words[0] + "'; :help lists them");
        };
    }

    private String input(String rest) {
        String[] words = rest.split("\\s+", 2);
        if (words.length < 2) {
            throw new UsageException("write :input NAME FILE");
        }
        session.input(words[0], ScriptInputs.file(words[1]));
        return "";
    }

    private String format(String rest) {
        if (rest.isEmpty()) {
            throw new UsageException("write :format FORMAT, such as :format json");
        }
        session.format(rest.equals("dw") ? Session.NOTATION : ScriptInputs.mediaType(rest));
        return "";
    }

    private String load(String rest) {
        if (rest.isEmpty()) {
            throw new UsageException("write :load FILE");
        }
        String text = ScriptFiles.read(Path.of(rest));
        try {
            return session.evaluate(text);
        } catch (ProblemException e) {
            throw new UsageException(String.join("\n", session.render(e, new SourceText(rest, text))));
        }
    }

    private String vars() {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.setEmptyValue("");
        session.inputs().forEach((name, value) -> lines.add("input " + name + " " + value.mediaType()));
        session.variables().forEach((name, value) -> lines.add("var " + name));
        session.declarations().forEach(lines::add);
        return lines.toString();
    }
}
