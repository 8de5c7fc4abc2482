package dev.hinny.specs;

/** Writes nodes as JSON. */
final class JsonText {
    private JsonText() {}

    static void write(Node node, StringBuilder out) {
        switch (node) {
            case Node.Nil n -> out.append("null");
            case Node.Bool b -> out.append(b.value());
            case Node.Num n -> out.append(n.value());
            case Node.Text t -> quote(t.value(), out);
            case Node.Seq s -> {
                String separator = "[";
                for (Node item : s.items()) {
                    out.append(separator);
                    write(item, out);
                    separator = ",";
                }
                out.append(s.items().isEmpty() ? "[]" : "]");
            }
            case Node.Obj o -> {
                String separator = "{";
                for (Node.Entry entry : o.entries()) {
                    out.append(separator);
                    quote(entry.key(), out);
                    out.append(':');
                    write(entry.value(), out);
                    separator = ",";
                }
                out.append(o.entries().isEmpty() ? "{}" : "}");
            }
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
