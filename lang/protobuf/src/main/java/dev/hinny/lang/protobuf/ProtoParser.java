package dev.hinny.lang.protobuf;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumOptions;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MessageOptions;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import dev.hinny.lang.protobuf.ProtoTokens.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Parses a {@code .proto} file of syntax proto2 or proto3 into what {@code protoc} makes of it, as far as reading and writing
 * messages needs: services, extensions and custom options are skipped.
 */
final class ProtoParser {
    private static final int MAX_DEPTH = 100;
    private static final Map<String, Type> SCALARS = Map.ofEntries(
            Map.entry("double", Type.TYPE_DOUBLE),
            Map.entry("float", Type.TYPE_FLOAT),
            Map.entry("int64", Type.TYPE_INT64),
            Map.entry("uint64", Type.TYPE_UINT64),
            Map.entry("int32", Type.TYPE_INT32),
            Map.entry("fixed64", Type.TYPE_FIXED64),
            Map.entry("fixed32", Type.TYPE_FIXED32),
            Map.entry("bool", Type.TYPE_BOOL),
            Map.entry("string", Type.TYPE_STRING),
            Map.entry("bytes", Type.TYPE_BYTES),
            Map.entry("uint32", Type.TYPE_UINT32),
            Map.entry("sfixed32", Type.TYPE_SFIXED32),
            Map.entry("sfixed64", Type.TYPE_SFIXED64),
            Map.entry("sint32", Type.TYPE_SINT32),
            Map.entry("sint64", Type.TYPE_SINT64));

    private final ProtoTokens tokens;
    private final ProtoOptions options;
    private final FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder();
    private boolean proto3;
    private int depth;

    private ProtoParser(String name, String text) {
        this.tokens = new ProtoTokens(name, text);
        this.options = new ProtoOptions(tokens);
    }

    /** @throws dev.hinny.lang.engine.format.FormatException with line and column */
    static FileDescriptorProto parse(String name, String text) {
        return new ProtoParser(name, text).file(name);
    }

    private FileDescriptorProto file(String name) {
        file.setName(name);
        if (tokens.accept("syntax")) {
            tokens.expect("=");
            ProtoTokens.Token at = tokens.peek();
            String syntax = tokens.string();
            if (!syntax.equals("proto2") && !syntax.equals("proto3")) {
                throw tokens.bad("the syntax '" + syntax + "' is neither proto2 nor proto3", at);
            }
            proto3 = syntax.equals("proto3");
            if (proto3) {
                file.setSyntax(syntax);
            }
            tokens.expect(";");
        }
        while (tokens.peek().kind() != Kind.END) {
            statement();
        }
        return file.build();
    }

    private void statement() {
        ProtoTokens.Token start = tokens.peek();
        if (tokens.accept(";")) {
            return;
        }
        switch (start.kind() == Kind.NAME ? start.text() : "") {
            case "import" -> {
                tokens.next();
                boolean open = tokens.accept("public");
                if (!open) {
                    tokens.accept("weak");
                }
                if (open) {
                    file.addPublicDependency(file.getDependencyCount());
                }
                file.addDependency(tokens.string());
                tokens.expect(";");
            }
            case "package" -> {
                tokens.next();
                file.setPackage(tokens.path());
                tokens.expect(";");
            }
            case "option" -> options.skipStatement();
            case "message" -> file.addMessageType(message());
            case "enum" -> file.addEnumType(enumeration());
            case "service", "extend" -> {
                while (!tokens.at("{")) {
                    ProtoTokens.Token token = tokens.next();
                    if (token.kind() == Kind.END) {
                        throw tokens.bad("'{' is missing");
                    }
                }
                options.skipBlock();
            }
            default ->
                throw tokens.bad(
                        start.text().equals("edition")
                                ? "editions are not supported: use proto2, proto3 or a compiled descriptor"
                                : "'" + start.text() + "' starts no declaration");
        }
    }

    private DescriptorProto message() {
        tokens.next();
        DescriptorProto.Builder message = DescriptorProto.newBuilder().setName(tokens.identifier());
        body(message);
        return message.build();
    }

    private void body(DescriptorProto.Builder message) {
        if (++depth > MAX_DEPTH) {
            throw tokens.bad("more than " + MAX_DEPTH + " levels of nesting");
        }
        tokens.expect("{");
        List<Integer> optional = new ArrayList<>();
        while (!tokens.accept("}")) {
            member(message, optional);
        }
        for (int index : optional) {
            FieldDescriptorProto.Builder field = message.getFieldBuilder(index);
            field.setOneofIndex(message.getOneofDeclCount());
            message.addOneofDecl(OneofDescriptorProto.newBuilder().setName("_" + field.getName()));
        }
        depth--;
    }

    private void member(DescriptorProto.Builder message, List<Integer> optional) {
        ProtoTokens.Token start = tokens.peek();
        switch (start.kind() == Kind.NAME ? start.text() : "") {
            case "message" -> message.addNestedType(message());
            case "enum" -> message.addEnumType(enumeration());
            case "option", "reserved", "extensions" -> options.skipStatement();
            case "extend" -> {
                tokens.next();
                tokens.path();
                options.skipBlock();
            }
            case "oneof" -> oneof(message);
            case "map" -> map(message);
            case "optional", "required", "repeated" -> {
                tokens.next();
                Label label = switch (start.text()) {
                    case "required" -> Label.LABEL_REQUIRED;
                    case "repeated" -> Label.LABEL_REPEATED;
                    default -> Label.LABEL_OPTIONAL;
                };
                if (proto3 && label == Label.LABEL_REQUIRED) {
                    throw tokens.bad("proto3 has no required fields", start);
                }
                if (proto3 && label == Label.LABEL_OPTIONAL) {
                    optional.add(message.getFieldCount());
                }
                field(message, label, proto3 && label == Label.LABEL_OPTIONAL, -1);
            }
            default -> {
                if (tokens.accept(";")) {
                    return;
                }
                if (!proto3 && !tokens.at(".") && SCALARS.containsKey(start.text())) {
                    throw tokens.bad("a proto2 field starts with optional, required or repeated", start);
                }
                field(message, Label.LABEL_OPTIONAL, false, -1);
            }
        }
    }

    private void oneof(DescriptorProto.Builder message) {
        tokens.next();
        int index = message.getOneofDeclCount();
        message.addOneofDecl(OneofDescriptorProto.newBuilder().setName(tokens.identifier()));
        tokens.expect("{");
        while (!tokens.accept("}")) {
            if (tokens.at("option")) {
                options.skipStatement();
            } else if (!tokens.accept(";")) {
                field(message, Label.LABEL_OPTIONAL, false, index);
            }
        }
    }

    private void map(DescriptorProto.Builder message) {
        tokens.next();
        if (!tokens.accept("<")) {
            throw tokens.bad("'<' is missing before '" + tokens.peek().text() + "'");
        }
        Type key = SCALARS.get(tokens.peek().text());
        if (key == null || key == Type.TYPE_DOUBLE || key == Type.TYPE_FLOAT || key == Type.TYPE_BYTES) {
            throw tokens.bad("'" + tokens.peek().text() + "' cannot be the type of a map's keys");
        }
        tokens.next();
        tokens.expect(",");
        FieldDescriptorProto.Builder value = FieldDescriptorProto.newBuilder();
        type(value);
        tokens.expect(">");
        FieldDescriptorProto.Builder field = FieldDescriptorProto.newBuilder();
        String name = named(field, Label.LABEL_REPEATED);
        String entry = camel(name) + "Entry";
        message.addNestedType(DescriptorProto.newBuilder()
                .setName(entry)
                .setOptions(MessageOptions.newBuilder().setMapEntry(true))
                .addField(FieldDescriptorProto.newBuilder()
                        .setName("key")
                        .setNumber(1)
                        .setLabel(Label.LABEL_OPTIONAL)
                        .setType(key))
                .addField(value.setName("value").setNumber(2).setLabel(Label.LABEL_OPTIONAL)));
        message.addField(field.setType(Type.TYPE_MESSAGE).setTypeName(message.getName() + "." + entry));
        options.field(message.getFieldBuilder(message.getFieldCount() - 1));
        tokens.expect(";");
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        boolean upper = true;
        for (char c : name.toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                camel.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return camel.toString();
    }

    private void field(DescriptorProto.Builder message, Label label, boolean optional, int oneof) {
        FieldDescriptorProto.Builder field = FieldDescriptorProto.newBuilder();
        boolean group = tokens.at("group");
        if (group) {
            tokens.next();
        } else {
            type(field);
        }
        String name = named(field, label);
        if (optional) {
            field.setProto3Optional(true);
        }
        if (oneof >= 0) {
            field.setOneofIndex(oneof);
        }
        options.field(field);
        if (group) {
            DescriptorProto.Builder body = DescriptorProto.newBuilder().setName(name);
            body(body);
            message.addNestedType(body);
            field.setName(name.toLowerCase(Locale.ROOT))
                    .setType(Type.TYPE_GROUP)
                    .setTypeName(name);
        } else {
            tokens.expect(";");
        }
        message.addField(field);
    }

    private String named(FieldDescriptorProto.Builder field, Label label) {
        String name = tokens.identifier();
        tokens.expect("=");
        field.setName(name).setLabel(label).setNumber(tokens.number());
        return name;
    }

    private void type(FieldDescriptorProto.Builder field) {
        Type scalar =
                tokens.peek().kind() == Kind.NAME ? SCALARS.get(tokens.peek().text()) : null;
        if (scalar == null) {
            field.setTypeName(tokens.path());
        } else {
            tokens.next();
            field.setType(scalar);
        }
    }

    private EnumDescriptorProto enumeration() {
        tokens.next();
        EnumDescriptorProto.Builder made = EnumDescriptorProto.newBuilder().setName(tokens.identifier());
        tokens.expect("{");
        while (!tokens.accept("}")) {
            if (tokens.accept(";")) {
                continue;
            }
            if (tokens.at("reserved")) {
                options.skipStatement();
                continue;
            }
            if (tokens.accept("option")) {
                String name = options.name();
                tokens.expect("=");
                String value = options.constant();
                if (name.equals("allow_alias")) {
                    made.setOptions(EnumOptions.newBuilder().setAllowAlias(Boolean.parseBoolean(value)));
                }
                tokens.expect(";");
                continue;
            }
            EnumValueDescriptorProto.Builder value =
                    EnumValueDescriptorProto.newBuilder().setName(tokens.identifier());
            tokens.expect("=");
            made.addValue(value.setNumber(tokens.number()));
            options.field(FieldDescriptorProto.newBuilder());
            tokens.expect(";");
        }
        return made.build();
    }
}
