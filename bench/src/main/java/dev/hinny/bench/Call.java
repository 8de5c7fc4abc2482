package dev.hinny.bench;

import java.util.Map;

/** A request; one without body is a GET, one with is a POST. */
public record Call(String path, Map<String, String> headers, byte[] body) {
    public static Call get(String path) {
        return new Call(path, Map.of(), new byte[0]);
    }

    public static Call post(String path, byte[] body) {
        return new Call(path, Map.of("Content-Type", "application/json"), body);
    }
}
