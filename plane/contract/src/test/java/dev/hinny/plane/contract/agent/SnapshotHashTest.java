package dev.hinny.plane.contract.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.plane.contract.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnapshotHashTest {
    @Test
    void sealedSnapshotMatchesWhateverTheOrderOfNames() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("b", "2");
        properties.put("a", "1");
        WorkerSnapshot sealed = SnapshotHash.seal(snapshot(properties));
        assertThat(SnapshotHash.matches(Json.bytes(sealed))).isTrue();
        assertThat(sealed.hash()).isEqualTo(SnapshotHash.of(snapshot(Map.of("a", "1", "b", "2"))));
        assertThat(SnapshotHash.seal(sealed)).isEqualTo(sealed);
    }

    @Test
    void anyOtherFieldChangesTheHash() {
        assertThat(SnapshotHash.of(snapshot(Map.of("a", "1"))))
                .isNotEqualTo(SnapshotHash.of(snapshot(Map.of("a", "2"))));
    }

    @Test
    void fieldsThatOnlyANewerControllerKnowsAreCovered() {
        String hash = SnapshotHash.of("{\"version\":1,\"future\":[1,2]}".getBytes(StandardCharsets.UTF_8));
        String json = "{\"future\": [1, 2], \"hash\": \"" + hash + "\", \"version\": 1}";
        assertThat(SnapshotHash.matches(json.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(SnapshotHash.matches(json.replace("2]", "3]").getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void bytesThatAreNoDocumentNeverMatch() {
        assertThat(SnapshotHash.matches("{\"hash\":".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(SnapshotHash.matches("[1]".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(SnapshotHash.matches("{}".getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    private static WorkerSnapshot snapshot(Map<String, String> properties) {
        return new WorkerSnapshot(
                "",
                7,
                WorkerSnapshot.Desired.RUNNING,
                new WorkerSnapshot.Application("orders", "o", "e", "ab", "orders.jar", properties),
                List.of());
    }
}
