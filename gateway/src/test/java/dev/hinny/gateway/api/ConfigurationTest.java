package dev.hinny.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Problem;
import dev.hinny.base.Problems;
import dev.hinny.base.SourceText;
import dev.hinny.gateway.api.config.Configuration;
import dev.hinny.gateway.api.config.Schema;
import dev.hinny.gateway.api.config.Setting;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    enum Mode {
        PLAIN,
        WITH_SECRET
    }

    record Server(
            @Setting("Where.") String host,
            @Setting(value = "The port.", defaultValue = "8080") int port,
            @Setting(value = "The password.", secret = true) Optional<String> password) {
        Server {
            if (port < 1) {
                throw new IllegalArgumentException("found port " + port + ", expected at least 1");
            }
        }
    }

    record Settings(
            @Setting("A mode.") Mode mode,
            @Setting(value = "A switch.", key = "is-on", defaultValue = "true") boolean on,
            @Setting("Servers.") List<Server> servers,
            @Setting("A share.") Optional<Double> share,
            @Setting(value = "Most.", defaultValue = "9000000000") long most) {}

    private final Problems problems = new Problems();

    private Optional<Settings> read(String json) {
        return Configuration.read(Settings.class, new SourceText("test", json), problems).value();
    }

    private List<String> problemsOf(String json) {
        assertThat(read(json)).isEmpty();
        return problems.sorted().stream().map(Problem::line).toList();
    }

    @Test
    void recordsListsEnumsDefaultsAndOptionsAreDecoded() {
        assertThat(read("""
                {"mode": "withSecret", "is-on": "false", "share": 0.5,
                 "servers": [{"host": "a", "password": "s3cret"}, {"host": "b", "port": "81"}]}"""))
                .contains(new Settings(
                        Mode.WITH_SECRET,
                        false,
                        List.of(new Server("a", 8080, Optional.of("s3cret")), new Server("b", 81, Optional.empty())),
                        Optional.of(0.5),
                        9_000_000_000L));
        assertThat(read("{\"mode\":\"plain\",\"servers\":[],\"share\":null}").orElseThrow().on()).isTrue();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void allProblemsAreCollectedWithTheirPlaces() {
        assertThat(problemsOf("""
                {
                  "mode": "plaim",
                  "isOn": true,
                  "servers": [{"port": 1.5}, {"host": "a", "port": 0}],
                  "most": "many"
                }"""))
                .containsExactly(
                        "test:2:11: error: BAD-SETTING: found the text 'plaim' for 'mode', expected one of 'plain',"
                                + " 'withSecret' (did you mean 'plain'?)",
                        "test:3:3: error: UNKNOWN-SETTING: found the key 'isOn', expected one of 'mode', 'is-on', 'servers',"
                                + " 'share', 'most' (did you mean 'is-on'?)",
                        "test:4:15: error: MISSING-SETTING: the key 'host' is missing (add it: Where.)",
                        "test:4:24: error: BAD-SETTING: found the number 1.5 for 'port', expected a whole number",
                        "test:4:30: error: BAD-SETTING: 'servers': found port 0, expected at least 1",
                        "test:5:11: error: BAD-SETTING: found the text 'many' for 'most', expected a whole number");
    }

    @Test
    void brokenDuplicateDeepAndHugeTextsAreProblems() {
        assertThat(problemsOf("{\"mode\": plain}").getFirst()).startsWith("test:1:").contains("BAD-JSON");
        for (String text : List.of(
                "[]", "1", "{\"mode\":\"plain\",\"mode\":\"plain\",\"servers\":[]}", "{} {}", "[".repeat(1000),
                "{\"servers\":[],\"mode\":\"plain\",\"most\":1e999999999}", " ".repeat(2_000_000))) {
            assertThat(read(text)).isEmpty();
            assertThat(problems.hasErrors()).isTrue();
        }
    }

    @Test
    void noTextMakesTheReaderFail() {
        Random random = new Random(7);
        String seed = "{\"mode\": \"plain\", \"servers\": [{\"host\": \"a\", \"port\": 12}], \"share\": 0.5}";
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder(seed);
            for (int j = 0; j < 1 + random.nextInt(3); j++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, "{}[]\",:1e\\u".charAt(random.nextInt(11)));
                    default -> text.setCharAt(at, (char) random.nextInt(256));
                }
            }
            Problems own = new Problems();
            var value = Configuration.read(Settings.class, new SourceText("t", text.toString()), own).value();
            assertThat(value.isEmpty()).as(text.toString()).isEqualTo(own.hasErrors());
        }
    }

    @Test
    void secretsAreMasked() {
        Settings settings = new Settings(
                Mode.PLAIN, true, List.of(new Server("a", 1, Optional.of("s3cret"))), Optional.empty(), 1);
        assertThat(Configuration.masked(settings))
                .isEqualTo("{mode: PLAIN, is-on: true, servers: [{host: a, port: 1, password: ***}], share: null, most: 1}");
    }

    @Test
    void theSchemaFollowsFromTheRecord() {
        assertThat(Schema.of(Server.class)).isEqualTo("{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\","
                + "\"type\":\"object\",\"properties\":{\"host\":{\"type\":\"string\",\"description\":\"Where.\"},"
                + "\"port\":{\"type\":\"integer\",\"description\":\"The port.\",\"default\":8080},"
                + "\"password\":{\"type\":\"string\",\"description\":\"The password.\",\"writeOnly\":true}},"
                + "\"required\":[\"host\"],\"additionalProperties\":false}");
        assertThat(Schema.of(Settings.class)).contains("\"enum\":[\"plain\",\"withSecret\"]", "\"items\":{\"type\":\"object\"");
    }
}
