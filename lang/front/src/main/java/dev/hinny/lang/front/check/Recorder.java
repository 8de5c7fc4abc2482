package dev.hinny.lang.front.check;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.front.Name;
import dev.hinny.lang.front.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What is found at the places of the checked script: types, names and scopes. */
final class Recorder {
    private final List<Typed> typed = new ArrayList<>();
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final List<Place> scopes = new ArrayList<>();
    private final List<SourceSpan> types = new ArrayList<>();
    private int muted;

    /** An expression's place and type. */
    record Typed(SourceSpan span, Type type) {}

    /** A place where a name is declared or used, as it is written there. */
    record Occurrence(SourceSpan span, Declaration declaration, String name, boolean declares) {}

    /** Where a scope holds. */
    record Place(SourceSpan span, Scope scope) {}

    /** Whether what is found in this scope is noted. */
    boolean records(Scope scope) {
        return muted == 0 && scope.unit().isChecked();
    }

    /** Does something a second time, without notes. */
    <T> T muted(Supplier<T> work) {
        muted++;
        try {
            return work.get();
        } finally {
            muted--;
        }
    }

    /** Does something for the first time, with notes even inside {@link #muted}. */
    <T> T aloud(Supplier<T> work) {
        int before = muted;
        muted = 0;
        try {
            return work.get();
        } finally {
            muted = before;
        }
    }

    void type(SourceSpan span, Type type, Scope scope) {
        if (records(scope)) {
            typed.add(new Typed(span, type));
        }
    }

    /** Notes the place of a scope of the checked script. */
    void scope(SourceSpan span, Scope scope) {
        if (records(scope)) {
            scopes.add(new Place(span, scope));
        }
    }

    /** Notes that a type stands at a place. */
    void typePlace(SourceSpan span, Scope scope) {
        if (records(scope)) {
            types.add(span);
        }
    }

    void declared(Name name, Declaration declaration, Scope scope) {
        if (records(scope)) {
            occurrences.add(new Occurrence(name.span(), declaration, name.text(), true));
        }
    }

    void used(QualifiedName name, Declaration declaration, Scope scope) {
        used(last(name), name.name(), declaration, scope);
    }

    void used(SourceSpan span, String name, Declaration declaration, Scope scope) {
        if (records(scope)) {
            occurrences.add(new Occurrence(span, declaration, name, false));
        }
    }

    /** The last part of a qualified name. */
    static SourceSpan last(QualifiedName name) {
        SourceSpan span = name.span();
        int length = name.name().length();
        if (name.isSimple() || span.endOffset() - span.startOffset() <= length || span.endColumn() <= length) {
            return span;
        }
        return new SourceSpan(
                span.source(),
                span.endLine(),
                span.endColumn() - length,
                span.endLine(),
                span.endColumn(),
                span.endOffset() - length,
                span.endOffset());
    }

    /** What stands before {@code ::}, up to the last part. */
    static SourceSpan first(QualifiedName name) {
        SourceSpan span = name.span();
        int length = name.name().length() + 2;
        if (span.endOffset() - span.startOffset() <= length || span.endColumn() <= length) {
            return span;
        }
        return new SourceSpan(
                span.source(),
                span.line(),
                span.column(),
                span.endLine(),
                span.endColumn() - length,
                span.startOffset(),
                span.endOffset() - length);
    }

    List<Typed> typed() {
        return typed;
    }

    List<Occurrence> occurrences() {
        return occurrences;
    }

    List<Place> scopes() {
        return scopes;
    }

    List<SourceSpan> typePlaces() {
        return types;
    }
}
