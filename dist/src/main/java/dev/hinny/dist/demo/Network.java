package dev.hinny.dist.demo;

import dev.hinny.plane.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code network.json}: what to deploy and what to call. Its keys are explained in {@code examples/README.md}. */
record Network(
        String name,
        String summary,
        List<Database> databases,
        List<Client> clients,
        List<Application> applications,
        List<Call> calls) {
    record Database(String name, String schema) {}

    record Client(String name, List<String> contracts) {}

    record Application(
            String name,
            String layer,
            String folder,
            Specification specification,
            Asset asset,
            String instance,
            List<Policy> policies,
            int replicas,
            Map<String, String> properties) {}

    record Specification(String file, String kind) {}

    record Asset(String id, String version, String apiVersion) {}

    record Policy(String policy, JsonNode configuration) {}

    record Call(
            String why,
            String to,
            @Nullable String as,
            String method,
            String path,
            @Nullable Map<String, String> headers,
            @Nullable JsonNode json,
            @Nullable String text,
            int repeat,
            Expectation expect,
            @Nullable Map<String, String> keep) {}

    record Expectation(
            int status,
            @Nullable List<Integer> statuses,
            @Nullable Map<String, String> headers,
            @Nullable Map<String, JsonNode> body) {}

    static Network read(Path folder) throws IOException {
        return Json.read(Files.readAllBytes(folder.resolve("network.json")), Network.class);
    }

    Application application(String wanted) {
        return applications.stream()
                .filter(a -> a.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("network.json has no application " + wanted));
    }
}
