package dev.hinny.lang.protobuf;

import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import dev.hinny.lang.protobuf.ProtoTokens.Kind;

/** Reads the options of a {@code .proto} file, and over what messages do not need. */
final class ProtoOptions {
    private final ProtoTokens tokens;

    ProtoOptions(ProtoTokens tokens) {
        this.tokens = tokens;
    }

    /** The options of a field in brackets, if there are any. */
    void field(FieldDescriptorProto.Builder field) {
        if (!tokens.accept("[")) {
            return;
        }
        do {
            ProtoTokens.Token name = tokens.peek();
            name();
            tokens.expect("=");
            if (name.is("default")) {
                field.setDefaultValue(constant());
            } else if (name.is("packed")) {
                field.getOptionsBuilder().setPacked(Boolean.parseBoolean(constant()));
            } else {
                constant();
            }
        } while (tokens.accept(","));
        tokens.expect("]");
    }

    /** The name of an option; one of an extension stands in parentheses. */
    String name() {
        StringBuilder name = new StringBuilder();
        do {
            if (tokens.accept("(")) {
                name.append('(').append(tokens.path()).append(')');
                tokens.expect(")");
            } else {
                name.append(tokens.identifier());
            }
        } while (tokens.accept("."));
        return name.toString();
    }

    /** The text of a value; nothing of one in braces. */
    String constant() {
        if (tokens.at("{")) {
            skipBlock();
            return "";
        }
        if (tokens.peek().kind() == Kind.STRING) {
            return tokens.string();
        }
        String sign = tokens.accept("-") ? "-" : "";
        tokens.accept("+");
        if (tokens.peek().kind() == Kind.SYMBOL || tokens.peek().kind() == Kind.END) {
            throw tokens.bad("a value is missing before '" + tokens.peek().text() + "'");
        }
        return sign
                + (tokens.peek().kind() == Kind.NAME
                        ? tokens.path()
                        : tokens.next().text());
    }

    /** To the semicolon behind the statement; braces in it are closed. */
    void skipStatement() {
        while (!tokens.accept(";")) {
            if (tokens.at("{")) {
                skipBlock();
            } else if (tokens.next().kind() == Kind.END) {
                throw tokens.bad("';' is missing at the end of the file");
            }
        }
    }

    /** Over a block in braces with the blocks inside it. */
    void skipBlock() {
        tokens.expect("{");
        for (int open = 1; open > 0; ) {
            ProtoTokens.Token token = tokens.next();
            if (token.kind() == Kind.END) {
                throw tokens.bad("'}' is missing at the end of the file");
            }
            open += token.is("{") ? 1 : token.is("}") ? -1 : 0;
        }
    }
}
