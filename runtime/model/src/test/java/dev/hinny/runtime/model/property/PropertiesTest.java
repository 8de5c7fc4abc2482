package dev.hinny.runtime.model.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Problem;
import dev.hinny.base.Problems;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceSpan;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class PropertiesTest {
    private static final SourceSpan HERE = SourceSpan.file("f.xml");

    private final Problems problems = new Problems();

    private Placeholders placeholders(Map<String, String> properties) {
        return new Placeholders(new PropertySources(properties, Map.of()), problems, Severity.WARNING);
    }

    @Test
    void theStrongestSourceWins() {
        PropertySources sources =
                new PropertySources(Map.of("a", "deployment"), Map.of("a", "environment", "b", "environment"));
        sources.addGlobal("a", "global");
        sources.addGlobal("d", "global");
        sources.addFile(Map.of("b", "first file", "c", "first file"));
        sources.addFile(Map.of("c", "second file"));
        assertThat(sources.get("a")).contains("deployment");
        assertThat(sources.get("b")).contains("environment");
        assertThat(sources.get("c")).contains("first file");
        assertThat(sources.get("d")).contains("global");
        assertThat(sources.get("e")).isEmpty();
    }

    @Test
    void placeholdersAreReplacedAlsoInsideOthers() {
        Placeholders placeholders =
                placeholders(Map.of("env", "dev", "dev.host", "h", "url", "http://${${env}.host}:${port:80}/"));
        assertThat(placeholders.resolve("${url}x", HERE)).isEqualTo("http://h:80/x");
        assertThat(placeholders.resolve("\\${url} ${", HERE)).isEqualTo("${url} ${");
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void aNameWithoutValueStaysAndIsNamed() {
        assertThat(placeholders(Map.of("host.name", "h")).resolve("${host.nam}", HERE))
                .isEqualTo("${host.nam}");
        assertThat(problems.sorted())
                .extracting(Problem::line)
                .containsExactly(
                        "f.xml:1:1: warning: UNRESOLVED-PROPERTY: the property 'host.nam' has no value (did you mean"
                                + " 'host.name'?)");
    }

    @Test
    void circlesAreNamedAndSelfReferencesAreLeftToTheEnvironment() {
        assertThat(placeholders(Map.of("a", "${b}", "b", "${a}")).resolve("${a}", HERE))
                .isEqualTo("${a}");
        assertThat(problems.sorted()).extracting(Problem::code).containsExactly("CIRCULAR-PROPERTY");
        Problems own = new Problems();
        new Placeholders(new PropertySources(Map.of("key", "${key}"), Map.of()), own, Severity.WARNING)
                .resolve("${key}", HERE);
        assertThat(own.sorted()).extracting(Problem::code).containsExactly("UNRESOLVED-PROPERTY");
    }

    @Test
    void yamlIsFlattened() {
        assertThat(PropertyFile.read(
                        "c.yaml", "a:\n  b: 1\n  c: [x, y]\ng:\n\td: 'true'\ne: null\nf: \"0012\"\n", problems))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("a.b", "1", "a.c", "x,y", "g.d", "true", "e", "", "f", "0012"));
        assertThat(PropertyFile.read("c.properties", "a.b = 1\n# c\nd=x\\\n  y\n", problems))
                .containsExactlyInAnyOrderEntriesOf(Map.of("a.b", "1", "d", "xy"));
        assertThat(problems.isEmpty()).isTrue();
    }

    private static String encrypt(String algorithm, String transformation, String key, String text) throws Exception {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        Cipher cipher = Cipher.getInstance(transformation);
        byte[] vector = java.util.Arrays.copyOf(bytes, cipher.getBlockSize());
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(bytes, algorithm), new IvParameterSpec(vector));
        return "![" + Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8))) + "]";
    }

    @Test
    void encryptedValuesAreDecrypted() throws Exception {
        String aes = encrypt("AES", "AES/CBC/PKCS5Padding", "0123456789abcdef", "secret ü");
        assertThat(new SecureProperties("AES", "CBC", "0123456789abcdef", false)
                        .decrypt(Map.of("p", aes, "plain", "x"), HERE, problems, Severity.ERROR))
                .containsEntry("secure::p", "secret ü")
                .containsEntry("secure::plain", "x");
        String blowfish = encrypt("Blowfish", "Blowfish/CBC/PKCS5Padding", "a key of any length", "b");
        assertThat(new SecureProperties("Blowfish", "CBC", "a key of any length", false)
                        .decrypt(Map.of("p", blowfish), HERE, problems, Severity.ERROR))
                .containsEntry("secure::p", "b");
        assertThat(problems.isEmpty()).isTrue();
        new SecureProperties("AES", "CBC", "wrong key 123456", false)
                .decrypt(Map.of("p", aes), HERE, problems, Severity.WARNING);
        assertThat(problems.sorted()).extracting(Problem::code).containsExactly("SECURE-KEY");
        assertThat(new SecureProperties("AES", "CBC", "k", false).toString()).doesNotContain("=k");
    }
}
