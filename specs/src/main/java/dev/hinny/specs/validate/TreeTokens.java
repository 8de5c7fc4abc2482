package dev.hinny.specs.validate;

import dev.hinny.specs.Node;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Walks a tree. */
final class TreeTokens implements Tokens {
    private final Deque<Iterator<?>> open = new ArrayDeque<>();
    private Node current;

    TreeTokens(Node root) {
        current = root;
    }

    @Override
    public Kind kind() {
        return switch (current) {
            case Node.Nil n -> Kind.NULL;
            case Node.Bool b -> Kind.BOOLEAN;
            case Node.Num n -> Kind.NUMBER;
            case Node.Text t -> Kind.STRING;
            case Node.Seq s -> Kind.ARRAY;
            case Node.Obj o -> Kind.OBJECT;
        };
    }

    @Override
    public String text() {
        return current.scalar().orElse("");
    }

    @Override
    public BigDecimal number() {
        return current instanceof Node.Num n ? n.value() : BigDecimal.ZERO;
    }

    @Override
    public boolean bool() {
        return current instanceof Node.Bool b && b.value();
    }

    @Override
    public void enter() {
        if (current instanceof Node.Obj o) {
            open.push(o.entries().iterator());
        } else if (current instanceof Node.Seq s) {
            open.push(s.items().iterator());
        }
    }

    @Override
    public @Nullable String nextKey() {
        if (open.element().hasNext() && open.element().next() instanceof Node.Entry e) {
            current = e.value();
            return e.key();
        }
        open.pop();
        return null;
    }

    @Override
    public boolean nextItem() {
        if (open.element().hasNext() && open.element().next() instanceof Node n) {
            current = n;
            return true;
        }
        open.pop();
        return false;
    }

    @Override
    public void skip() {}

    @Override
    public Node node() {
        return current;
    }
}
