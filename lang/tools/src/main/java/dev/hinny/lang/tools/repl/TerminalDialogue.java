package dev.hinny.lang.tools.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The dialogue at a terminal: prompts, history, completion, Ctrl-C. */
final class TerminalDialogue {
    private static final String PROMPT = "dw> ";
    private static final String MORE = "  | ";

    private final Session session;
    private final Path history;

    TerminalDialogue(Session session, Path history) {
        this.session = session;
        this.history = history;
    }

    /** Talks at the terminal of this process. */
    static int run(Session session) throws IOException, InterruptedException {
        return new TerminalDialogue(session, userHistory())
                .run(TerminalBuilder.builder().system(true).build());
    }

    /** Talks until the user ends it; closes the terminal. */
    int run(Terminal opened) throws InterruptedException, IOException {
        try (Terminal terminal = opened) {
            Dialogue dialogue = new Dialogue(session, terminal.writer(), terminal.writer());
            Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, signal -> dialogue.cancel());
            LineReader reader = reader(terminal);
            terminal.writer().println(":help lists the commands, Ctrl-D ends");
            while (!dialogue.ended()) {
                try {
                    dialogue.answer(reader.readLine(PROMPT));
                } catch (UserInterruptException e) {
                    terminal.writer().flush();
                } catch (EndOfFileException e) {
                    break;
                }
            }
            terminal.handle(Terminal.Signal.INT, before);
            return 0;
        }
    }

    private LineReader reader(Terminal terminal) {
        DefaultParser words = new DefaultParser();
        words.setEscapeChars(null);
        words.setQuoteChars(new char[0]);
        Parser parser = (line, cursor, context) -> {
            if (context == Parser.ParseContext.ACCEPT_LINE && !line.endsWith("\n") && !Completeness.isWhole(line)) {
                throw new EOFError(-1, cursor, "not whole");
            }
            return words.parse(line, cursor, Parser.ParseContext.COMPLETE);
        };
        return LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("hinny")
                .parser(parser)
                .completer(completer())
                .variable(LineReader.HISTORY_FILE, history)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, MORE)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
    }

    private Completer completer() {
        Completion completion = new Completion(session);
        return (LineReader reader, ParsedLine line, List<Candidate> candidates) -> {
            String before = line.line().substring(0, line.cursor());
            String word = line.word()
                    .substring(0, Math.min(line.wordCursor(), line.word().length()));
            int start = word.length();
            while (start > 0
                    && Character.isJavaIdentifierPart(word.charAt(start - 1))
                    && word.charAt(start - 1) != '$') {
                start--;
            }
            String kept = before.startsWith(":") || before.matches("(?s).*(import|from)\\s+[\\w:]*")
                    ? ""
                    : word.substring(0, start);
            for (String candidate : completion.candidates(before)) {
                candidates.add(new Candidate(kept + candidate, candidate, null, null, null, null, false));
            }
        };
    }

    /** In the user's folder for state, as the XDG base directory specification names it. */
    private static Path userHistory() throws IOException {
        String state = System.getenv("XDG_STATE_HOME");
        String home = System.getenv("HOME");
        Path folder = state != null && !state.isEmpty()
                ? Path.of(state)
                : Path.of(home == null || home.isEmpty() ? "." : home, ".local", "state");
        Path own = Files.createDirectories(folder.resolve("hinny"));
        return own.resolve("dw-history");
    }
}
