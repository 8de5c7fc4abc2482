package dev.hinny.lang.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtobufFormatTest {
    private static final FormatContext ALL = Protobuf.context(Protobuf.EVERYTHING, "all.Everything");
    private static final FormatContext OLD = Protobuf.context(Protobuf.OLD, "old.Thing");

    private static Value value(String script) {
        return Script.compile(new SourceText("test", script), CompileOptions.NONE)
                .evaluate(Bindings.NONE);
    }

    private static String again(String script) {
        return Protobuf.again(value(script), ALL);
    }

    @Test
    void fieldsWithoutPresenceHaveTheirDefaults() {
        assertThat(again("{}"))
                .isEqualTo("{d: 0, f: 0, i32: 0, i64: 0, u32: 0, u64: 0, s32: 0, s64: 0, x32: 0, x64: 0, sx32: 0, sx64:"
                        + " 0, flag: false, text: \"\", data: \"\" as Binary {base: \"64\"}, color: \"RED\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d: 1.5 => d: 1.5",
                "f: 0.1 => f: 0.1",
                "d: \"NaN\" => d: \"NaN\"",
                "i32: -2147483648 => i32: -2147483648",
                "u32: 4294967295 => u32: 4294967295",
                "u64: 18446744073709551615 => u64: 18446744073709551615",
                "x64: 18446744073709551615 => x64: 18446744073709551615",
                "s64: -9223372036854775808 => s64: -9223372036854775808",
                "i32: \"12\" => i32: 12",
                "color: \"BLUE\" => color: \"BLUE\"",
                "color: \"LIME\" => color: \"GREEN\"",
                "color: 16 => color: \"BLUE\"",
                "maybe: \"\" => maybe: \"\"",
                "numbers: 1, numbers: 2 => numbers: 1, numbers: 2",
                "words: [\"a\", \"b\"] => words: \"a\", words: \"b\"",
                "counts: {a: 1, b: 2} => counts: {a: 1, b: 2}",
                "inners: {\"7\": {name: \"n\"}} => inners: {\"7\": {name: \"n\"}}",
                "colors: {\"true\": \"BLUE\"} => colors: {true: \"BLUE\"}",
                "inner: {next: {name: \"x\"}} => inner: {name: \"\", next: {name: \"x\"}}",
                "left: \"\" => left: \"\"",
                "third: \"RED\" => third: \"RED\"",
                "wait: |PT1H0.5S| => wait: |PT1H0.5S|",
                "any: {a: 1, b: [true, null, {c: \"x\"}]} => any: {a: 1, b: [true, null, {c: \"x\"}]}",
                "value: null => value: null",
                "value: [1] => value: [1]",
                "list: [1, \"a\"] => list: [1, \"a\"]",
                "boxed: 0 => boxed: 0",
                "nothing: {} => nothing: {}",
                "boxedText: \"t\" => boxedText: \"t\"",
                "maybe: null => color: \"RED\"",
            })
    void valuesComeBack(String row) {
        String[] sides = row.split(" => ");
        assertThat(again("{" + sides[0] + "}")).contains(sides[1]);
    }

    @Test
    void commonMessagesStandForTheirValues() {
        assertThat(again("{at: |2024-02-29T10:20:30.5|, wait: |PT-0.5S|}"))
                .contains("2024-02-29T10:20:30.5")
                .contains("PT-0.5S");
        assertThat(again("{at: |2024-02-29T10:20:30+02:00|}")).contains("2024-02-29T08:20:30");
        assertThat(again("{data: \"aGk=\" as Binary {base: \"64\"}}")).contains("data: \"aGk=\"");
    }

    @Test
    void labelsCarryTheirIndex() {
        ObjectValue read = (ObjectValue) Protobuf.read(new byte[] {(byte) 0x80, 1, 3}, ALL);
        Value color = Objects.requireNonNull(read.get("color"));
        assertThat(color).hasToString("-UNRECOGNIZED");
        assertThat(color.schema().get("protobufEnumIndex")).isEqualTo(NumberValue.of(3));
        assertThat(Protobuf.write(read, ALL)).containsExactly(0x80, 1, 3);
    }

    @Test
    void fieldsThatTheDeclarationLacksKeepTheirNumberAndKind() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeInt64(1035, 111_111);
        out.writeFixed32(1036, 5);
        out.writeFixed64(1037, 6);
        out.writeString(1038, "text");
        out.writeTag(1039, 3);
        out.writeInt32(1, 7);
        out.writeTag(1039, 4);
        out.flush();
        ObjectValue read = (ObjectValue) Protobuf.read(bytes.toByteArray(), ALL);
        assertThat(Renderings.compact(read))
                .contains("\"-1035\": 111111", "\"-1036\": 5", "\"-1037\": 6", "\"-1038\": ", "\"-1039\": {\"-1\": 7}");
        assertThat(Objects.requireNonNull(read.get("-1035")).schema().text("wireType"))
                .isEqualTo("Varint");
        assertThat(Protobuf.write(read, ALL)).isEqualTo(bytes.toByteArray());
    }

    @Test
    void proto2KeepsPresenceGroupsAndRequiredFields() {
        assertThat(Protobuf.again(value("{id: \"x\"}"), OLD)).isEqualTo("{id: \"x\"}");
        assertThat(Protobuf.again(
                        value("{id: \"x\", count: 5, packed: [1, 2], level: \"LOW\", part: {name: \"p\"}, part: {}}"),
                        OLD))
                .isEqualTo(
                        "{id: \"x\", count: 5, packed: 1, packed: 2, level: \"LOW\", part: {name: \"p\"}, part: {}}");
        assertThatThrownBy(() -> Protobuf.write(value("{count: 1}"), OLD))
                .isInstanceOfSatisfying(FormatException.class, e -> {
                    assertThat(e.first().code()).isEqualTo("MISSING-FIELD");
                    assertThat(e.first().message()).contains("payload.id");
                });
    }

    @Test
    void aCompiledDescriptorDoesAsWell() {
        byte[] compiled = FileDescriptorSet.newBuilder()
                .addFile(ProtoParser.parse("test.proto", Protobuf.EVERYTHING))
                .build()
                .toByteArray();
        FormatContext context = new FormatContext(
                ALL.mediaType(),
                java.util.Map.of(
                        "descriptorUrl",
                        dev.hinny.lang.engine.value.StringValue.of("classpath://all.dsc"),
                        "messageType",
                        dev.hinny.lang.engine.value.StringValue.of("all.Everything.Inner")),
                "in.pb",
                url -> url.equals("classpath://all.dsc") ? ByteSource.of(compiled) : null);
        assertThat(Protobuf.again(value("{name: \"n\"}"), context)).isEqualTo("{name: \"n\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{left: \"a\", third: \"RED\"}|ONEOF|only one field of the oneof 'all.Everything.choice'",
                "{text: \"a\", text: \"b\"}|NOT-REPEATED|payload.text",
                "{txt: 1}|UNKNOWN-FIELD|no field 'txt'",
                "{i32: 2147483648}|OUT-OF-RANGE|payload.i32: the number 2147483648 is no int32",
                "{u32: -1}|OUT-OF-RANGE|uint32",
                "{i64: 1.5}|OUT-OF-RANGE|int64",
                "{i32: \"x\"}|WRONG-TYPE|type String cannot be written as int32",
                "{flag: 3}|WRONG-TYPE|bool",
                "{color: \"PINK\"}|UNKNOWN-LABEL|no label 'PINK'",
                "{inner: {next: {name: {}}}}|WRONG-TYPE|payload.inner.next.name",
                "{inners: {x: {}}}|WRONG-TYPE|payload.inners.x",
                "{numbers: [1, \"x\"]}|WRONG-TYPE|payload.numbers[1]",
                "[1]|WRONG-TYPE|Array",
                "{\"-5\": 1}|UNKNOWN-FIELD|wireType",
                "{at: \"x\"}|WRONG-TYPE|Timestamp",
            })
    void whatDoesNotFitIsNamedByItsPath(String script, String code, String part) {
        assertThatThrownBy(() -> Protobuf.write(value(script), ALL))
                .isInstanceOfSatisfying(FormatException.class, e -> {
                    assertThat(e.first().code()).isEqualTo(code);
                    assertThat(e.first().message()).contains(part);
                });
    }

    @Test
    void damagedMessagesAreNamedByTheirByte() {
        assertThatThrownBy(() -> Protobuf.read(new byte[] {0x72, 5, 'a'}, ALL))
                .isInstanceOfSatisfying(FormatException.class, e -> {
                    assertThat(e.first().code()).isEqualTo("BAD-PROTOBUF");
                    assertThat(e.first().message()).contains("at byte");
                });
        ByteArrayOutputStream deep = new ByteArrayOutputStream();
        for (int i = 0; i < 2000; i++) {
            deep.write(0x0b);
        }
        assertThatThrownBy(() -> Protobuf.read(deep.toByteArray(), ALL)).isInstanceOf(FormatException.class);
    }

    @Test
    void messagesNestTwoHundredDeep() {
        Value value = ObjectValue.EMPTY;
        for (int i = 0; i < 200; i++) {
            value = ObjectValue.of(java.util.List.of(dev.hinny.lang.engine.value.Entry.of("next", value)));
        }
        FormatContext inner = Protobuf.context(Protobuf.EVERYTHING, "all.Everything.Inner");
        assertThat(Protobuf.again(value, inner)).startsWith("{name: \"\", next: {name: \"\", next: ");
    }

    @Test
    void thePropertiesAreNeeded() {
        assertThatThrownBy(() -> Protobuf.read(new byte[0], Protobuf.context("", "")))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.first().code()).isEqualTo("MISSING-OPTION"));
        assertThatThrownBy(() ->
                        Protobuf.read(new byte[0], Protobuf.context(java.util.Map.of(), "classpath://gone.dsc", "a.B")))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.first().code()).isEqualTo("NO-RESOURCE"));
    }
}
