package dev.hinny.specs.raml;

import dev.hinny.specs.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds types that are defined by themselves. */
final class Circles {
    private final Documents documents;
    private final Set<Library.Decl> cyclic = new HashSet<>();

    Circles(Documents documents) {
        this.documents = documents;
    }

    /** Whether a declaration needs itself before any property: by inheritance, union or array. */
    boolean found(Library.Decl decl) {
        return cycle(decl, decl, new HashSet<>());
    }

    private boolean cycle(Library.Decl start, Library.Decl decl, Set<Library.Decl> seen) {
        if (!seen.add(decl) || cyclic.contains(decl)) {
            return false;
        }
        for (Node.Text head : heads(decl.node())) {
            List<String> names = new ArrayList<>();
            Expression.parse(head.value()).ifPresent(e -> names(e, names));
            for (String name : names) {
                Optional<Library.Decl> next = documents.find(Section.TYPES, name, head.span());
                if (next.isPresent() && (next.get().equals(start) || cycle(start, next.get(), seen))) {
                    cyclic.add(start);
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Node.Text> heads(Node node) {
        return switch (node) {
            case Node.Text t -> schemaText(t.value()) ? List.of() : List.of(t);
            case Node.Seq s ->
                s.items().stream().flatMap(i -> heads(i).stream()).toList();
            case Node.Obj o ->
                o.get("type").or(() -> o.get("schema")).map(Circles::heads).orElse(List.of());
            case Node.Nil n -> List.of();
            case Node.Bool b -> List.of();
            case Node.Num n -> List.of();
        };
    }

    private static void names(Expression e, List<String> out) {
        switch (e) {
            case Expression.Name n -> out.add(n.name());
            case Expression.ArrayOf a -> names(a.item(), out);
            case Expression.OrNil o -> names(o.inner(), out);
            case Expression.AnyOf a -> a.options().forEach(o -> names(o, out));
        }
    }

    static boolean schemaText(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("<") || start.startsWith("[");
    }
}
