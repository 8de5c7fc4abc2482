package dev.hinny.runtime.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hinny.base.ProblemException;
import dev.hinny.runtime.api.store.DurableQueue;
import dev.hinny.runtime.api.store.ObjectStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoresTest {
    private static final ObjectStore.Settings KEPT = new ObjectStore.Settings(true, Duration.ZERO, 0);

    @TempDir
    private Path folder;

    private static ObjectStore.Entry entry(String text) {
        return new ObjectStore.Entry(text.getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    private static String text(ObjectStore.Entry entry) {
        return new String(entry.bytes(), StandardCharsets.UTF_8);
    }

    private FileStores open() {
        return FileStores.open(folder, Clock.systemUTC());
    }

    @Test
    void entriesAreThereAfterReopening() {
        try (FileStores stores = open()) {
            ObjectStore store = stores.objects("a", KEPT);
            store.put("k", entry("v"));
            assertThat(store.putIfAbsent("k", entry("w"))).isFalse();
            assertThat(store.putIfAbsent("l", entry("w"))).isTrue();
            store.put("gone", entry("x"));
            assertThat(store.remove("gone").map(FileStoresTest::text)).contains("x");
        }
        try (FileStores stores = open()) {
            ObjectStore store = stores.objects("a", KEPT);
            assertThat(store.keys()).containsExactly("k", "l");
            assertThat(store.get("k").map(FileStoresTest::text)).contains("v");
            assertThat(store.get("k").orElseThrow().mediaType()).isEqualTo("text/plain");
            assertThat(stores.objects("b", KEPT).keys()).isEmpty();
            store.clear();
            assertThat(store.contains("k")).isFalse();
        }
    }

    @Test
    void transientStoresDoNotSurvive() {
        ObjectStore.Settings brief = new ObjectStore.Settings(false, Duration.ZERO, 0);
        try (FileStores stores = open()) {
            stores.objects("a", brief).put("k", entry("v"));
            assertThat(stores.objects("a", brief).contains("k")).isTrue();
        }
        try (FileStores stores = open()) {
            assertThat(stores.objects("a", brief).contains("k")).isFalse();
        }
    }

    @Test
    void entriesExpireAndTheOldestMakeRoom() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        InstantSource source = now::get;
        try (FileStores stores = FileStores.open(folder, source.withZone(ZoneOffset.UTC))) {
            ObjectStore store = stores.objects("a", new ObjectStore.Settings(true, Duration.ofSeconds(10), 2));
            store.put("a", entry("1"));
            now.set(Instant.ofEpochSecond(5));
            store.put("b", entry("2"));
            now.set(Instant.ofEpochSecond(10));
            assertThat(store.keys()).containsExactly("b");
            assertThat(store.putIfAbsent("a", entry("3"))).isTrue();
            store.put("c", entry("4"));
            assertThat(store.keys()).containsExactly("a", "c");
        }
    }

    @Test
    void aQueueGivesItemsInOrderAndBackWhatIsNotAcknowledged() {
        try (FileStores stores = open()) {
            DurableQueue queue = stores.queue("q", true, 2);
            assertThat(queue.offer(entry("1"), Duration.ZERO)).isTrue();
            assertThat(queue.offer(entry("2"), Duration.ZERO)).isTrue();
            assertThat(queue.offer(entry("3"), Duration.ofMillis(10))).isFalse();
            DurableQueue.Taken first = queue.take(Duration.ZERO).orElseThrow();
            assertThat(text(first.item())).isEqualTo("1");
            first.giveBack();
            queue.take(Duration.ZERO).orElseThrow().acknowledge();
            assertThat(text(queue.take(Duration.ZERO).orElseThrow().item())).isEqualTo("2");
            assertThat(queue.take(Duration.ofMillis(5))).isEmpty();
        }
        try (FileStores stores = open()) {
            DurableQueue queue = stores.queue("q", true, 0);
            assertThat(queue.size()).isEqualTo(1);
            assertThat(text(queue.take(Duration.ZERO).orElseThrow().item())).isEqualTo("2");
        }
    }

    @Test
    void aBrokenFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("stores.mv"), "this is no store ".repeat(1000));
        assertThatThrownBy(this::open).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.first().code()).isEqualTo("STORE-BROKEN");
            assertThat(e.first().message()).contains(folder.toString());
        });
    }

    /** A process of its own that fills a queue and a store, takes one item, and waits to be killed. */
    static final class Filler {
        private Filler() {}

        public static void main(String[] arguments) throws Exception {
            try (FileStores stores = FileStores.open(Path.of(arguments[0]), Clock.systemUTC())) {
                DurableQueue queue = stores.queue("q", true, 0);
                ObjectStore store = stores.objects("o", KEPT);
                for (int i = 0; i < 50; i++) {
                    queue.offer(entry("item " + i), Duration.ZERO);
                    store.put("key " + i, entry("value " + i));
                    if (i == 10) {
                        queue.take(Duration.ZERO).orElseThrow().acknowledge();
                        queue.take(Duration.ZERO).orElseThrow();
                    }
                    System.out.println(i);
                }
                System.out.println("full");
                // Until the test kills this process, or is gone itself.
                assertThat(System.in.read()).isNegative();
            }
        }
    }

    @Test
    void nothingAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Filler.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null && !line.equals("full")) {
                line = out.readLine();
            }
            assertThat(line).isEqualTo("full");
            assertThatThrownBy(this::open).isInstanceOfSatisfying(ProblemException.class, e -> {
                assertThat(e.first().code()).isEqualTo("STORE-IN-USE");
                assertThat(e.first().message()).contains("is in use by another process");
            });
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (FileStores stores = open()) {
            DurableQueue queue = stores.queue("q", true, 0);
            assertThat(queue.size()).isEqualTo(49);
            List<String> first = List.of(
                    text(Objects.requireNonNull(queue.take(Duration.ZERO).orElseThrow())
                            .item()),
                    text(queue.take(Duration.ZERO).orElseThrow().item()));
            assertThat(first).containsExactly("item 1", "item 2");
            assertThat(stores.objects("o", KEPT).keys()).hasSize(50);
        }
    }
}
