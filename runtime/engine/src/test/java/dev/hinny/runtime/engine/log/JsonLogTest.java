package dev.hinny.runtime.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problems;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.runtime.engine.expression.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class JsonLogTest {
    private static LogLine line(String message, List<Map.Entry<String, Object>> fields) {
        return new LogLine(Instant.EPOCH, Level.INFO, "a.B", "main", message, null, fields);
    }

    private static ObjectValue parse(String json) {
        assertThat(json).doesNotContain("\n");
        return (ObjectValue) TypedValue.of(ByteSource.of(json), MediaType.JSON).value();
    }

    private static String field(ObjectValue object, String name) {
        return Texts.of(Objects.requireNonNull(object.get(name)));
    }

    @Test
    void aLineIsOneJsonObject() {
        assertThat(JsonLines.format(line("hello", List.of(Map.entry("correlationId", "c"), Map.entry("n", 3)))))
                .isEqualTo(
                        "{\"time\":\"1970-01-01T00:00:00.000Z\",\"level\":\"INFO\",\"logger\":\"a.B\",\"thread\":\"main\","
                            + "\"correlationId\":\"c\",\"n\":3,\"message\":\"hello\"}");
    }

    @Test
    void everyTextIsEscaped() {
        String odd = "\"\\/\b\f\n\r\t\u0000\u001f\u2028 \ud83d\ude00 \ud83d end ü";
        ObjectValue parsed = parse(JsonLines.format(line(odd, List.of(Map.entry("k\"\n", odd)))));
        assertThat(field(parsed, "message")).isEqualTo(odd);
        assertThat(field(parsed, "k\"\n")).isEqualTo(odd);
    }

    @Test
    void linesAreBounded() {
        String text =
                JsonLines.format(line("x".repeat(1_000_000), List.of(Map.entry("k", "\ud83d\ude00".repeat(10_000)))));
        assertThat(text.length()).isLessThan(60_000);
        assertThat(field(parse(text), "message")).endsWith("more characters)");
    }

    @Test
    void stacksAreFields() {
        LogLine failed = new LogLine(
                Instant.EPOCH,
                Level.ERROR,
                "a",
                "t",
                "m",
                new IllegalStateException("x", new RuntimeException("y")),
                List.of());
        assertThat(field(parse(JsonLines.format(failed)), "throwable"))
                .startsWith("java.lang.IllegalStateException: x")
                .contains("Caused by: java.lang.RuntimeException: y");
    }

    @Test
    void levelsHoldForTheLoggersBelow() {
        Logs logs = new Logs(List.of());
        JsonLogger logger = new JsonLogger("a.b.C", logs);
        assertThat(logger.isDebugEnabled()).isFalse();
        assertThat(logger.isInfoEnabled()).isTrue();
        String file = "<Configuration><Appenders/><Loggers><AsyncLogger name=\"a.b\" level=\"DEBUG\"/>"
                + "<Logger name=\"a.b.D\" level=\"OFF\"/><AsyncRoot level=\"WARN\"/></Loggers></Configuration>";
        LogConfiguration.read(new SourceText("log4j2.xml", file), new Problems())
                .apply(logs);
        assertThat(logger.isDebugEnabled()).isTrue();
        assertThat(new JsonLogger("a.b.D", logs).isWarnEnabled()).isFalse();
        assertThat(new JsonLogger("x", logs).isInfoEnabled()).isFalse();
    }

    @Test
    void linesReachEverySinkInOrderAndFieldsStayWithThem() {
        List<LogLine> seen = Collections.synchronizedList(new ArrayList<>());
        Logs logs = new Logs(List.of(seen::add));
        JsonLogger logger = new JsonLogger("a", logs);
        logger.info("one {}", 1);
        logger.atInfo()
                .addKeyValue("correlationId", "c")
                .addKeyValue("none", (Object) null)
                .log("two");
        logger.debug("off");
        logger.atDebug().log("off");
        logs.flush();
        assertThat(seen).extracting(LogLine::message).containsExactly("one 1", "two");
        assertThat(seen.get(1).field("correlationId")).isEqualTo("c");
    }

    @Test
    void aSinkThatHangsDoesNotHoldUpTheCallers() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        Logs logs = new Logs(List.of(_ -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        JsonLogger logger = new JsonLogger("a", logs);
        Thread caller = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 8200; i++) {
                logger.info("line");
            }
        });
        assertThat(caller.join(java.time.Duration.ofSeconds(20))).isTrue();
        assertThat(logs.dropped()).isPositive();
        release.countDown();
    }
}
