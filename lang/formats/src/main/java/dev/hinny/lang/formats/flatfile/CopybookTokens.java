package dev.hinny.lang.formats.flatfile;

import dev.hinny.base.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a copybook. In fixed form columns 1 to 6 and those past 72 do not count, and column 7 marks comments and
 * continued literals; a copybook whose level numbers start before column 7 is of free form.
 */
final class CopybookTokens {
    private static final Pattern FREE = Pattern.compile("(?m)^ {0,5}\\d{1,2} +[A-Za-z]");
    private static final Pattern LEVEL = Pattern.compile("(?m)^.{0,7}[ \\t]*\\d{1,2}[ \\t]+[A-Za-z]");
    private static final Pattern WORD =
            Pattern.compile("\"[^\"]*\"?|'[^']*'?|\\.(?=\\s|$)|(?:[^\\s,;.\"']|[.,](?!\\s|$))+");

    private CopybookTokens() {}

    /** A word, in upper case unless it is a literal; a period ends a declaration. */
    record Token(String text, SourceSpan place) {
        boolean isEnd() {
            return text.equals(".");
        }
    }

    /** Whether a text has lines that declare data. */
    static boolean isCopybook(String text) {
        return LEVEL.matcher(text).find();
    }

    static List<Token> of(String text, String source) {
        boolean free = FREE.matcher(text).find();
        List<Token> tokens = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\r\n|\r|\n", -1)) {
            number++;
            String code = free ? line : line.length() > 72 ? line.substring(0, 72) : line;
            code = code.replace('\t', ' ');
            int from = free ? 0 : 6;
            if (code.length() <= from || "*/".indexOf(code.charAt(from)) >= 0) {
                continue;
            }
            boolean continues = !free && code.charAt(6) == '-';
            int comment = code.indexOf("*>");
            words(
                    code.substring(0, comment < 0 ? code.length() : comment),
                    free ? 0 : 7,
                    number,
                    source,
                    continues,
                    tokens);
        }
        return tokens;
    }

    private static void words(String line, int from, int number, String source, boolean continues, List<Token> tokens) {
        Matcher words = WORD.matcher(line);
        boolean joins = continues && !tokens.isEmpty();
        for (int at = from; at <= line.length() && words.find(at); at = words.end()) {
            String word = words.group();
            int start = words.start();
            char first = word.charAt(0);
            String text = first == '"' || first == '\'' ? word : word.toUpperCase(Locale.ROOT);
            SourceSpan place = new SourceSpan(source, number, start + 1, number, words.end() + 1, start, words.end());
            if (joins) {
                // the rest of a word, or of a literal whose quote is repeated
                Token open = tokens.removeLast();
                boolean literal = open.text().startsWith("\"") || open.text().startsWith("'");
                tokens.add(new Token(open.text() + (literal ? text.substring(1) : text), open.place()));
                joins = false;
            } else {
                tokens.add(new Token(text, place));
            }
        }
    }
}
