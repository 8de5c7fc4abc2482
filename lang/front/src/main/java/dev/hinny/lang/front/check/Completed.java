package dev.hinny.lang.front.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code replace x with y} and its kin: a function of a function, which {@code with} calls. */
final class Completed {
    private Completed() {}

    /** What the function behind {@code with} gets. */
    static List<Type> expected(Type left) {
        List<Type> expected = new ArrayList<>();
        for (Type member : Types.members(left)) {
            if (Types.resolve(member) instanceof Type.Function f
                    && !f.parameters().isEmpty()
                    && Types.resolve(f.parameters().get(0).type()) instanceof Type.Function replacer) {
                for (int i = 0; i < replacer.parameters().size(); i++) {
                    Type type = replacer.parameters().get(i).type();
                    if (i == expected.size()) {
                        expected.add(type);
                    } else {
                        expected.set(i, Types.union(expected.get(i), type));
                    }
                }
            }
        }
        expected.replaceAll(t -> t instanceof Type.Nothing ? Type.ANY : t);
        return expected;
    }

    /** What comes out; null where it is not known. */
    static @Nullable Type result(Type left) {
        List<Type> results = new ArrayList<>();
        for (Type member : Types.members(left)) {
            if (!(Types.resolve(member) instanceof Type.Function f)) {
                return null;
            }
            results.add(f.result());
        }
        return Types.union(results);
    }
}
