package dev.hinny.lang.server;

import dev.hinny.base.SourceSpan;
import dev.hinny.base.SourceText;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** A version of a document's text. Positions of the protocol and columns of a text both count UTF-16 code units. */
record OpenDocument(String uri, int version, SourceText text) {
    static OpenDocument of(String uri, int version, String text) {
        return new OpenDocument(uri, version, new SourceText(Uris.name(uri), text));
    }

    /** The next version. */
    OpenDocument changed(int next, List<TextDocumentContentChangeEvent> changes) {
        OpenDocument document = this;
        for (TextDocumentContentChangeEvent change : changes) {
            String all = document.text.text();
            Range range = change.getRange();
            String edited = range == null
                    ? change.getText()
                    : all.substring(0, document.offset(range.getStart()))
                            + change.getText()
                            + all.substring(document.offset(range.getEnd()));
            document = of(uri, next, edited);
        }
        return document;
    }

    int offset(Position position) {
        int line = position.getLine() + 1;
        int column = Math.min(position.getCharacter(), text.line(line).length());
        return text.offset(line, column + 1);
    }

    static Range range(SourceSpan span) {
        return new Range(
                new Position(span.line() - 1, span.column() - 1),
                new Position(span.endLine() - 1, span.endColumn() - 1));
    }

    /** The whole text. */
    Range everything() {
        return range(text.span(0, text.text().length()));
    }

    /** Where the word begins that ends at the offset. */
    int wordStart(int offset) {
        int start = offset;
        while (start > 0 && isWordPart(text.text().charAt(start - 1))) {
            start--;
        }
        return start;
    }

    static boolean isWordPart(char c) {
        return c == '_' || (c != '$' && Character.isJavaIdentifierPart(c));
    }
}
