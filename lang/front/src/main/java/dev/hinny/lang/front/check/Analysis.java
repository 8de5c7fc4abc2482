package dev.hinny.lang.front.check;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a check found: problems, types and names by their places. Offsets are those of the text that was given to the
 * check. Not for use by several threads at once: some types are worked out when they are asked for.
 */
public final class Analysis {
    private final Session session;
    private final Unit unit;
    private final SourceText source;
    private final List<Problem> problems;

    Analysis(Session session, Unit unit, SourceText source, List<Problem> problems) {
        this.session = session;
        this.unit = unit;
        this.source = source;
        this.problems = problems;
    }

    /** Problems of the syntax and of the meaning, sorted by place. */
    public List<Problem> problems() {
        return problems;
    }

    /** The type of the innermost expression, or declared name, at an offset. */
    public Optional<Type> typeAt(int offset) {
        return session.recorder.typed().stream()
                .filter(t -> holds(t.span(), offset))
                .min(Comparator.comparingInt(t -> length(t.span())))
                .map(Recorder.Typed::type);
    }

    /** The type of the expression that takes exactly the text from one offset to another. */
    public Optional<Type> typeOf(int start, int end) {
        return session.recorder.typed().stream()
                .filter(t -> t.span().startOffset() == start && t.span().endOffset() == end)
                .map(Recorder.Typed::type)
                .findFirst();
    }

    /** The name that is used or declared at an offset. */
    public Optional<Symbol> symbolAt(int offset) {
        return session.recorder.occurrences().stream()
                .filter(o -> holds(o.span(), offset))
                .min(Comparator.comparingInt(o -> length(o.span())))
                .map(o -> o.declaration().symbol(o.name()));
    }

    /** The place of the name at an offset: what a rename replaces there. */
    public Optional<SourceSpan> nameAt(int offset) {
        return session.recorder.occurrences().stream()
                .map(Recorder.Occurrence::span)
                .filter(s -> holds(s, offset))
                .min(Comparator.comparingInt(Analysis::length));
    }

    /** What can be written at an offset; the part of a word before it is not looked at. */
    public List<Symbol> completionsAt(int offset) {
        return new Completions(session, unit, source)
                .at(Math.clamp(offset, 0, source.text().length()));
    }

    /** All places of this text where the name is declared or used, in their order. */
    public List<SourceSpan> references(Symbol symbol) {
        return session.recorder.occurrences().stream()
                .filter(o -> o.declaration().symbol(o.name()).isSame(symbol))
                .map(Recorder.Occurrence::span)
                .distinct()
                .sorted(Comparator.comparingInt(SourceSpan::startOffset))
                .toList();
    }

    /** The names that the text declares at its top, in their order: an outline. */
    public List<Symbol> declarations() {
        List<Symbol> all = new ArrayList<>();
        Scope scope = unit.scope();
        scope.ownNamespaces().values().forEach(d -> all.add(d.symbol()));
        scope.ownTypes().values().forEach(d -> all.add(d.symbol()));
        scope.ownNames().values().forEach(d -> all.add(d.symbol()));
        all.sort(Comparator.comparingInt(
                s -> s.definition().map(SourceSpan::startOffset).orElse(0)));
        return all;
    }

    static boolean holds(SourceSpan span, int offset) {
        return span.startOffset() <= offset && offset <= span.endOffset();
    }

    static int length(SourceSpan span) {
        return span.endOffset() - span.startOffset();
    }
}
