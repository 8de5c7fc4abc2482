package dev.hinny.specs.oas;

import dev.hinny.specs.Node;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Follows JSON pointers (RFC 6901). */
final class Pointers {
    private Pointers() {}

    static Optional<Node> find(Node root, String pointer) {
        if (pointer.isEmpty() || pointer.equals("/")) {
            return Optional.of(root);
        }
        if (!pointer.startsWith("/")) {
            return Optional.empty();
        }
        Optional<Node> at = Optional.of(root);
        for (String raw : pointer.substring(1).split("/", -1)) {
            String step = unescape(raw);
            at = at.flatMap(n -> step(n, step));
        }
        return at;
    }

    private static Optional<Node> step(Node node, String step) {
        if (node instanceof Node.Obj o) {
            return o.get(step);
        }
        if (node instanceof Node.Seq s
                && step.matches("\\d{1,6}")
                && Integer.parseInt(step) < s.items().size()) {
            return Optional.of(s.items().get(Integer.parseInt(step)));
        }
        return Optional.empty();
    }

    static String unescape(String step) {
        String text = step;
        if (step.indexOf('%') >= 0) {
            try {
                text = URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                text = step;
            }
        }
        return text.replace("~1", "/").replace("~0", "~");
    }
}
