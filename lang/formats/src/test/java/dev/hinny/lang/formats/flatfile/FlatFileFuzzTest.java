package dev.hinny.lang.formats.flatfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.formats.TextFormats;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Documents and schemas with seeded changes are read, or refused with a {@link FormatException}, and never anything else; from
 * memory and from a stream alike. More executions with the system property {@code hinny.fuzz}.
 */
class FlatFileFuzzTest {
    private static final int EXECUTIONS = Integer.getInteger("hinny.fuzz", 2000);
    private static final String STRUCTURE = """
        form: FLATFILE
        structures:
        - id: S
          data:
          - { idRef: H }
          - groupId: G
            count: '>1'
            usage: O
            items:
            - { idRef: L, count: 3 }
            - { id: I, values: [ { name: t, type: String, length: 1, tagValue: 'I' }, { idRef: c } ] }
        segments:
        - id: H
          values:
          - { name: t, type: String, length: 1, tagValue: 'H' }
          - { name: d, type: Date, length: 8 }
        - id: L
          values:
          - { name: t, type: String, length: 1, tagValue: 'L' }
          - { name: n, type: Decimal, length: 5, format: { implicit: 2, justify: ZEROES } }
          - { name: b, type: Boolean, length: 1, usage: O }
        composites:
        - &c { id: c, name: comp, count: 2, values: [ { name: x, type: Time, length: 4 } ] }
        """;
    private static final String COPYBOOK = """
               01  REC.
                   05  N                   PIC 9.
                   05  ITEM OCCURS 0 TO 3 TIMES DEPENDING ON N.
                       10  P               PIC S9(3) COMP-3.
                       10  B               PIC S9(4) COMP.
                   05  Z                   PIC S9(2)V9.
                   05  A                   PIC X(3).
                   05  C REDEFINES A       PIC 9(3) DISPLAY.
        """;

    @ParameterizedTest
    @ValueSource(strings = {"strict", "lenient", "noTerminator", "singleRecord"})
    void changedDocumentsAreReadOrRefused(String parsing) {
        byte[] lines = "H20240131\nL00123T\nL  500 \nI10101020\nH".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = "2\u0012\u003c\u0001\u0002\u0000\u000c\u0000\u000012Cabc\n0éJ12}123\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        Random random = new Random(parsing.hashCode());
        for (int i = 0; i < EXECUTIONS; i++) {
            check(STRUCTURE, FlatFiles.changed(lines, random), i, "recordParsing", parsing);
            check(
                    COPYBOOK,
                    FlatFiles.changed(bytes, random),
                    i,
                    "recordParsing",
                    parsing,
                    "encoding",
                    i % 2 == 0 ? "ISO-8859-1" : "IBM037",
                    "truncateDependingOn",
                    Boolean.toString(i % 3 == 0),
                    "allowLenientWithBinaryNotEndElement",
                    Boolean.toString(i % 5 == 0));
        }
    }

    private static void check(String schema, byte[] document, int seed, String... options) {
        String memory = outcome(schema, ByteSource.of(document), document, options);
        String stream = outcome(schema, new TextFormats.Trickle(document, seed), document, options);
        assertThat(stream).as(Base64.getEncoder().encodeToString(document)).isEqualTo(memory);
    }

    @Test
    void changedSchemasAreReadOrRefused() {
        Random random = new Random(5);
        for (int i = 0; i < EXECUTIONS; i++) {
            for (String schema : new String[] {STRUCTURE, COPYBOOK}) {
                String changed = new String(
                        FlatFiles.changed(schema.getBytes(StandardCharsets.UTF_8), random), StandardCharsets.UTF_8);
                byte[] document = "H20240131\nL00123T\n".getBytes(StandardCharsets.UTF_8);
                outcome(
                        changed,
                        ByteSource.of(document),
                        changed.getBytes(StandardCharsets.UTF_8),
                        "encoding",
                        "ISO-8859-1");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000",
                "form",
                "form: FLATFILE",
                "form: [",
                "a: &a [*a]",
                "- x",
                "01 A",
                "01 A.",
                "{",
                "form: FLATFILE\nvalues: {a: 1}"
            })
    void shortSchemasAreRefused(String schema) {
        assertThat(outcome(schema, ByteSource.of("x"), new byte[0])).startsWith("refused");
    }

    @Test
    void bottomlessSchemasAreRefused() {
        assertThat(outcome("form: FLATFILE\nvalues: " + "[".repeat(100_000), ByteSource.of("x"), new byte[0]))
                .contains("more than 50 levels");
        StringBuilder laughs = new StringBuilder("form: FLATFILE\nvalues: [ { idRef: c0 } ]\ncomposites:\n");
        for (int i = 0; i < 40; i++) {
            laughs.append("- { id: c%d, values: [ { idRef: c%d }, { idRef: c%d } ] }\n".formatted(i, i + 1, i + 1));
        }
        assertThat(outcome(laughs.toString(), ByteSource.of("x"), new byte[0])).startsWith("refused");
        assertThat(outcome("01 R.\n 05 A PIC X(16000000).\n 05 B PIC X(16000000).", ByteSource.of("x"), new byte[0]))
                .contains("longer than");
    }

    private static String outcome(String schema, ByteSource source, byte[] shown, String... options) {
        try {
            return TextFormats.json(FlatFiles.read(schema, source, options));
        } catch (FormatException e) {
            assertThat(e.first().message()).isNotBlank();
            return "refused " + e.first();
        } catch (RuntimeException | StackOverflowError e) {
            return fail(Base64.getEncoder().encodeToString(shown) + String.join(" ", options), e);
        }
    }
}
