package dev.hinny.plane.server.runtimemanager;

import dev.hinny.plane.contract.Json;
import dev.hinny.plane.server.usecase.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a client says of an application that it deploys or changes; absent parts stay as they are. */
record AppInfo(JsonNode json) {
    private static final int MAX_WORKERS = 16;

    static AppInfo parse(String text) {
        JsonNode json = Json.mapper().readTree(text);
        if (!json.isObject()) {
            throw Refusal.badRequest("field 'appInfoJson' is no JSON object");
        }
        return new AppInfo(json);
    }

    String domain() {
        return json.path("domain").asString("").trim();
    }

    Optional<String> muleVersion() {
        JsonNode version = json.path("muleVersion");
        return text(version.isObject() ? version.path("version") : version);
    }

    Optional<String> region() {
        return text(json.path("region"));
    }

    /** Number of workers: {@code workers.amount}, or {@code workers} as a number. */
    Optional<Integer> workers() {
        JsonNode workers = json.path("workers");
        JsonNode amount = workers.isObject() ? workers.path("amount") : workers;
        if (amount.isMissingNode() || amount.isNull()) {
            return Optional.empty();
        }
        int count = amount.asInt(-1);
        if (count < 1 || count > MAX_WORKERS) {
            throw Refusal.badRequest("field 'workers.amount' is '" + amount + "', expected 1 to " + MAX_WORKERS);
        }
        return Optional.of(count);
    }

    /** Size of a worker: by name or by weight of {@code workers.type}, {@code workerType} or {@code vCores}. */
    Optional<Double> vcores() {
        JsonNode type = json.path("workers").path("type");
        Optional<String> name =
                text(type.isObject() ? type.path("name") : type).or(() -> text(json.path("workerType")));
        if (name.isPresent()) {
            return name.map(n -> WorkerSize.named(n).vcores());
        }
        JsonNode weight = type.path("weight").isNumber() ? type.path("weight") : json.path("vCores");
        return weight.isNumber() ? Optional.of(WorkerSize.of(weight.asDouble()).vcores()) : Optional.empty();
    }

    Optional<Map<String, String>> properties() {
        JsonNode properties = json.path("properties");
        if (!properties.isObject()) {
            return Optional.empty();
        }
        Map<String, String> all = new TreeMap<>();
        properties.properties().forEach(p -> {
            if (p.getValue().isContainer()) {
                throw Refusal.badRequest("property '" + p.getKey() + "' is no text");
            }
            all.put(p.getKey(), p.getValue().isNull() ? "" : p.getValue().asString(""));
        });
        return Optional.of(all);
    }

    /** The switches that are kept and shown, over those of before. */
    ObjectNode options(JsonNode before) {
        ObjectNode options = Json.mapper().createObjectNode();
        before.properties().forEach(p -> options.set(p.getKey(), p.getValue()));
        for (String name : new String[] {"persistentQueues", "staticIPsEnabled", "monitoringAutoRestart"}) {
            if (json.path(name).isBoolean()) {
                options.put(name, json.path(name).booleanValue());
            }
        }
        return options;
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() && !node.stringValue().isBlank() ? Optional.of(node.stringValue()) : Optional.empty();
    }
}
