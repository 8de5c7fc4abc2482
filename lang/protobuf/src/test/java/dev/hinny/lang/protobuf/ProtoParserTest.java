package dev.hinny.lang.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DescriptorProtos;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.StructProto;
import com.google.protobuf.TypeProto;
import com.google.protobuf.WrappersProto;
import dev.hinny.lang.engine.format.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtoParserTest {
    static List<FileDescriptor> compiled() {
        return List.of(
                StructProto.getDescriptor(),
                TypeProto.getDescriptor(),
                WrappersProto.getDescriptor(),
                DescriptorProtos.getDescriptor());
    }

    @ParameterizedTest
    @MethodSource("compiled")
    void theLibrarysOwnFilesAreParsedAsItsCompilerDid(FileDescriptor expected) throws Exception {
        String text = source(expected.getName());
        FileDescriptor parsed = FileDescriptor.buildFrom(
                ProtoParser.parse(expected.getName(), text),
                expected.getDependencies().toArray(FileDescriptor[]::new));
        assertThat(described(parsed)).isEqualTo(described(expected));
    }

    private static String source(String name) throws IOException {
        try (InputStream in = StructProto.class.getClassLoader().getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> described(FileDescriptor file) {
        List<String> lines = new ArrayList<>();
        file.getMessageTypes().forEach(m -> describe(m, lines));
        file.getEnumTypes().forEach(e -> describe(e, lines));
        return lines;
    }

    private static void describe(Descriptor message, List<String> lines) {
        lines.add(message.getFullName() + " " + message.getOptions().getMapEntry());
        for (FieldDescriptor f : message.getFields()) {
            lines.add(f.getFullName() + " " + f.getNumber() + " " + f.getType() + " " + f.isRepeated() + f.isRequired()
                    + f.hasPresence() + f.isPacked() + f.isMapField() + " "
                    + (f.getContainingOneof() == null
                            ? ""
                            : f.getContainingOneof().getName())
                    + (f.hasDefaultValue() ? f.getDefaultValue() : ""));
        }
        message.getNestedTypes().forEach(m -> describe(m, lines));
        message.getEnumTypes().forEach(e -> describe(e, lines));
    }

    private static void describe(EnumDescriptor made, List<String> lines) {
        made.getValues().forEach(v -> lines.add(v.getFullName() + " " + v.getNumber()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "syntax = \"proto4\"; => neither proto2 nor proto3 => 1:10",
                "edition = \"2023\"; => editions are not supported => 1:1",
                "syntax = \"proto3\"; message A { string = 1; } => a name is missing => 1:39",
                "syntax = \"proto3\"; message A { string a; } => '=' is missing => 1:40",
                "syntax = \"proto3\"; message A { string a = x; } => whole number => 1:43",
                "syntax = \"proto3\"; message A { required string a = 1; } => no required => 1:32",
                "syntax = \"proto3\"; message A { map<double, int32> a = 1; } => map's keys => 1:36",
                "message A { string a = 1; } => starts with optional => 1:13",
                "message A { => a name is missing => 1:12",
                "message A { /*  => no end => 1:13",
                "option a = \"x => no end => 1:12",
                "what => starts no declaration => 1:1",
            })
    void mistakesAreNamedWithTheirPlace(String row) {
        String[] sides = row.split(" => ");
        assertThatThrownBy(() -> ProtoParser.parse("a.proto", sides[0]))
                .isInstanceOfSatisfying(FormatException.class, e -> {
                    assertThat(e.first().code()).isEqualTo("BAD-PROTO");
                    assertThat(e.first().message()).contains(sides[1]);
                    assertThat(e.first().place()).hasToString("a.proto:" + sides[2]);
                });
    }

    @Test
    void importsAreFoundBesideTheFileAndAbove() {
        Map<String, String> files = Map.of(
                "classpath://protos/app/a.proto",
                        "syntax = \"proto3\"; package a; import \"common/b.proto\"; import public \"c.proto\";"
                                + "message A { common.B b = 1; C c = 2; }",
                "classpath://protos/common/b.proto", "syntax = \"proto3\"; package common; message B { string x = 1; }",
                "classpath://protos/app/c.proto", "syntax = \"proto3\"; package a; message C { string y = 1; }");
        assertThat(Messages.find(Protobuf.context(files, "classpath://protos/app/a.proto", "a.A"))
                        .getFields())
                .extracting(FieldDescriptor::getType)
                .containsOnly(FieldDescriptor.Type.MESSAGE);
    }

    @Test
    void missingAndCircularImportsAreNamed() {
        broken(Map.of("a.proto", "import \"b.proto\"; message A {}"), "'b.proto' is not there");
        broken(Map.of("a.proto", "import \"a.proto\"; message A {}"), "imports itself");
        broken(
                Map.of("a.proto", "import \"b.proto\"; message A {}", "b.proto", "import \"a.proto\";"),
                "imports itself");
        broken(Map.of("a.proto", "message A { optional B b = 1; }"), "\"B\" is not defined");
        broken(Map.of("a.proto", "message A { optional int32 b = 1; optional int32 c = 1; }"), "already been used");
    }

    private static void broken(Map<String, String> files, String part) {
        assertThatThrownBy(() -> Messages.find(Protobuf.context(files, "a.proto", "A")))
                .isInstanceOfSatisfying(
                        FormatException.class,
                        e -> assertThat(e.first().message()).contains(part));
    }

    @Test
    void anUnknownMessageGetsASuggestion() {
        assertThatThrownBy(() -> Messages.find(Protobuf.context(Protobuf.EVERYTHING, "all.Everythin")))
                .isInstanceOfSatisfying(FormatException.class, e -> {
                    assertThat(e.first().code()).isEqualTo("UNKNOWN-MESSAGE");
                    assertThat(e.first().hint()).contains("all.Everything");
                });
    }
}
