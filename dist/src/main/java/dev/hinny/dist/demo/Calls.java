package dev.hinny.dist.demo;

import dev.hinny.dist.demo.EdgeCaller.Answer;
import dev.hinny.plane.contract.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Makes the calls of the network and compares the answers with what is expected. */
final class Calls {
    private final EdgeCaller edge;
    private final Placeholders names;
    private final Story story;

    Calls(EdgeCaller edge, Placeholders names, Story story) {
        this.edge = edge;
        this.names = names;
        this.story = story;
    }

    void make(Network.Call call) throws IOException {
        if (call.repeat() > 1) {
            many(call);
            return;
        }
        Answer answer = send(call);
        String what = call.method() + " " + call.to() + names.fill(call.path()) + " -> "
                + call.expect().status() + "  (" + call.why() + ")";
        String differs = differences(call.expect(), answer);
        story.check(differs.isEmpty(), what, differs);
        if (call.keep() != null) {
            JsonNode body = json(answer);
            call.keep()
                    .forEach((name, pointer) -> names.put(name, body.at(pointer).asString("")));
        }
    }

    private void many(Network.Call call) throws IOException {
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < call.repeat(); i++) {
            statuses.merge(send(call).status(), 1, Integer::sum);
        }
        var expected = java.util.Objects.requireNonNull(call.expect().statuses());
        story.check(
                statuses.keySet().equals(new java.util.TreeSet<>(expected)),
                call.repeat() + " x " + call.method() + " " + call.to() + call.path() + " -> " + statuses + "  ("
                        + call.why() + ")",
                "expected each of " + expected + " and no other");
    }

    private Answer send(Network.Call call) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        if (call.as() != null) {
            headers.put("client_id", names.get("client." + call.as() + ".id"));
            headers.put("client_secret", names.get("client." + call.as() + ".secret"));
        }
        if (call.json() != null) {
            headers.put("Content-Type", "application/json");
        }
        if (call.headers() != null) {
            headers.putAll(call.headers());
        }
        String body = call.json() != null ? call.json().toString() : call.text() != null ? call.text() : "";
        return edge.call(call.to(), call.method(), names.fill(call.path()), headers, names.fill(body));
    }

    private String differences(Network.Expectation expected, Answer answer) {
        StringBuilder out = new StringBuilder();
        if (answer.status() != expected.status()) {
            out.append("status ")
                    .append(answer.status())
                    .append(", body ")
                    .append(answer.body().strip());
        }
        if (expected.headers() != null) {
            expected.headers().forEach((name, value) -> {
                String found = answer.headers().first(name, "");
                if (!found.equals(value)) {
                    out.append(" header ")
                            .append(name)
                            .append(" is '")
                            .append(found)
                            .append("'");
                }
            });
        }
        if (expected.body() != null && out.isEmpty()) {
            JsonNode body = json(answer);
            expected.body().forEach((pointer, value) -> {
                JsonNode wanted = value.isString() ? Json.mapper().valueToTree(names.fill(value.asString(""))) : value;
                if (!body.at(pointer).equals(wanted)) {
                    out.append(' ')
                            .append(pointer)
                            .append(" is ")
                            .append(body.at(pointer))
                            .append(", not ")
                            .append(wanted);
                }
            });
        }
        return out.toString().strip();
    }

    private static JsonNode json(Answer answer) {
        try {
            return Json.mapper().readTree(answer.body());
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
