package dev.hinny.lang.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents of many times the heap are filtered and mapped: nothing of their size is held. */
class LongDocumentsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "application/csv ! a,b| ! 17,\"some text, quoted\"|3,text| ! 48 ! output application/json ---"
                        + " payload filter ($.a == '17') map {n: $.a as Number, t: upper($.b)}",
                "application/csv ! a,b| ! 17,\"some text, quoted\"|3,text| ! 48 ! output application/csv --- payload",
                "application/x-ndjson ! {}| ! {\"a\": 17, \"b\": [\"some text\", 1]}|{\"a\": 3}| ! 48 !"
                        + " output application/x-ndjson --- payload filter ($.a == 17) map $.b[0]",
                "application/x-ndjson ! {}| ! {\"a\": 17, \"b\": \"some text\"}|{\"a\": 3}| ! 48 !"
                        + " output application/xml --- {rows: {head: 1, (payload filter ($.a == 17) map {row: $.b})}}",
                "application/x-ndjson ! {}| ! {\"a\": 17, \"b\": \"some text\"}|{\"a\": 3}| ! 48 !"
                        + " output application/json --- {n: 1} ++ {((payload map {r: $.a}) ++ [{r: 0}] << {r: 1})}",
                "application/x-ndjson ! {}| ! {\"a\": 17, \"b\": \"some text\"}|{\"a\": 3}| ! 48 !"
                        + " output application/json --- {s: sum(payload.a), n: payload.*b, f: payload[?($.a == 3)].a,"
                        + " r: payload[1 to -1].a}",
                "application/x-ndjson ! {}| ! {\"a\": 17}|{\"a\": 3}| ! 24 ! import * from dw::core::Arrays"
                        + " output application/json --- {z: zip(payload.a, payload.a), d: (payload drop 3).a,"
                        + " c: (payload divideBy 1000) map sizeOf($)}",
                "text/event-stream ! : begin|| ! data: some text|data: more|id: 1|| ! 48 !"
                        + " output text/event-stream --- payload map {data: $.data, id: $.id}"
            })
    void memoryStaysTheSame(String type, String first, String line, String megabytes, String script)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx16m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongDocuments.class.getName(),
                        type,
                        first,
                        line,
                        megabytes,
                        script)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(Long.parseLong(output.strip())).isGreaterThan(8L << 20);
    }
}
