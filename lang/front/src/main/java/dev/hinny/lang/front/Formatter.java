package dev.hinny.lang.front;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceText;
import java.util.List;

/**
 * Lays scripts out: one space where one belongs, four for each step of indentation, directives on lines of their own,
 * lines of at most 120 columns. Where the author ended a line between operands or elements it stays ended; comments
 * stay where they are, and at most one empty line between declarations. A script whose lines all end with CR LF keeps them. Laying out twice changes nothing, and the
 * result reads to the same document. Stateless and safe to use from several threads.
 */
public final class Formatter {
    /** The width that lines keep to where they can be broken. */
    public static final int WIDTH = 120;

    private Formatter() {}

    /**
     * What became of a script.
     *
     * @param text laid out, with a line end at its end; the script as it was where it has errors
     * @param problems the syntax problems of the script
     * @param complete false where the script has errors, or has a form that the formatter leaves alone
     */
    public record Formatted(String text, List<Problem> problems, boolean complete) {
        public Formatted {
            problems = List.copyOf(problems);
        }
    }

    public static Formatted format(SourceText source) {
        Parsed parsed = Parser.parse(source);
        if (parsed.hasErrors()) {
            return new Formatted(source.text(), parsed.problems(), false);
        }
        String text = lineEnds(source.text(), layOut(source.text(), parsed.document()));
        Parsed again = Parser.parse(new SourceText(source.name(), text));
        boolean same = !again.hasErrors()
                && Printer.print(again.document()).equals(Printer.print(parsed.document()))
                && again.document().comments().size()
                        == parsed.document().comments().size();
        return new Formatted(same ? text : source.text(), parsed.problems(), same);
    }

    private static String lineEnds(String before, String after) {
        boolean windows = before.contains("\r\n") && before.replace("\r\n", "").indexOf('\n') < 0;
        return windows ? after.replace("\r\n", "\n").replace("\n", "\r\n") : after;
    }

    private static String layOut(String text, Document document) {
        Lexemes lexemes = new Lexemes(text, document);
        Spacing spacing = new Spacing(lexemes);
        new SpacingMarks(lexemes, spacing).document(document);
        return new LineWriter(lexemes, spacing).write(LineTree.of(lexemes, spacing));
    }
}
