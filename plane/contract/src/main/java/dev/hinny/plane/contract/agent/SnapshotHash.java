package dev.hinny.plane.contract.agent;

import dev.hinny.plane.contract.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The hash of a snapshot: SHA-256 in lower-case hex over its canonical JSON with an empty {@code hash}. Canonical means
 * names sorted at every level, no white space, UTF-8. It is taken of the document and not of the record, so that an agent
 * accepts fields that only a newer controller knows.
 */
public final class SnapshotHash {
    private static final String HASH = "hash";
    private static final TypeReference<LinkedHashMap<String, Object>> DOCUMENT = new TypeReference<>() {};
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private SnapshotHash() {}

    /** Of a {@link WorkerSnapshot} or {@link EdgeSnapshot}, whatever its own {@code hash} says. */
    public static String of(Record snapshot) {
        return of(Json.bytes(snapshot));
    }

    /**
     * Of a snapshot as it was received or stored.
     *
     * @throws JacksonException when the bytes are no JSON object
     */
    public static String of(byte[] json) {
        Map<String, Object> document = Json.mapper().readValue(json, DOCUMENT);
        document.put(HASH, "");
        return HexFormat.of().formatHex(sha256().digest(CANONICAL.writeValueAsBytes(document)));
    }

    /** The same snapshot with its hash. */
    public static WorkerSnapshot seal(WorkerSnapshot snapshot) {
        return new WorkerSnapshot(
                of(snapshot), snapshot.version(), snapshot.desired(), snapshot.application(), snapshot.apis());
    }

    /** The same snapshot with its hash. */
    public static EdgeSnapshot seal(EdgeSnapshot snapshot) {
        return new EdgeSnapshot(of(snapshot), snapshot.version(), snapshot.listeners(), snapshot.routes());
    }

    /** Whether the document carries the hash that it should. False for bytes that are no JSON object. */
    public static boolean matches(byte[] json) {
        try {
            Object stated = Json.mapper().readValue(json, DOCUMENT).get(HASH);
            return stated instanceof String text
                    && MessageDigest.isEqual(
                            text.getBytes(StandardCharsets.UTF_8), of(json).getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            return false;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
