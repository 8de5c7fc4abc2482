package dev.hinny.plane.server.rest;

import dev.hinny.http.BodyTooLargeException;
import dev.hinny.http.Query;
import dev.hinny.http.Request;
import dev.hinny.plane.contract.Json;
import dev.hinny.plane.server.usecase.Principal;
import dev.hinny.plane.server.usecase.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A request that found its route: path variables, query, body, and who sent it. */
public final class Call {
    private final Request request;
    private final Map<String, String> variables;
    private final @Nullable Principal principal;
    private final Path uploads;
    private final int maxJson;

    Call(Request request, Map<String, String> variables, @Nullable Principal principal, Path uploads, int maxJson) {
        this.request = request;
        this.variables = variables;
        this.principal = principal;
        this.uploads = uploads;
        this.maxJson = maxJson;
    }

    public Request request() {
        return request;
    }

    /** Who sent it; routes that anybody may call have none. */
    public Principal principal() {
        if (principal == null) {
            throw Refusal.unauthorized("sign in first: POST /accounts/login gives an access token");
        }
        return principal;
    }

    public String path(String variable) {
        String value = variables.get(variable);
        if (value == null) {
            throw new IllegalArgumentException("no path variable '" + variable + "'");
        }
        return value;
    }

    public boolean has(String variable) {
        return variables.containsKey(variable);
    }

    /** A path variable that is the number of a thing. */
    public long number(String variable) {
        return parse(path(variable))
                .orElseThrow(() -> Refusal.notFound("'" + path(variable) + "' is no number of a " + variable));
    }

    public Optional<String> query(String name) {
        return request.query().first(name).filter(value -> !value.isEmpty());
    }

    /** A number of the query between bounds. */
    public int query(String name, int otherwise, int atMost) {
        return query(name)
                .map(text -> parse(text)
                        .filter(n -> n >= 0)
                        .orElseThrow(
                                () -> Refusal.badRequest("query '" + name + "' is '" + text + "', expected a number"))
                        .intValue())
                .map(n -> Math.min(n, atMost))
                .orElse(otherwise);
    }

    public Optional<String> header(String name) {
        return request.headers().first(name).filter(value -> !value.isEmpty());
    }

    /** The environment that the client works in. */
    public String environment() {
        return header("x-anypnt-env-id")
                .orElseThrow(() -> Refusal.badRequest("header 'X-ANYPNT-ENV-ID' is missing: the id of an environment"));
    }

    /** {@code https://host:port} as the client knows this controller. */
    public String base() {
        String authority = request.authority();
        return "https://" + (authority.matches("[A-Za-z0-9.:\\[\\]-]+") ? authority : "localhost");
    }

    public boolean isJson() {
        return contentType().contains("json");
    }

    public boolean isMultipart() {
        return contentType().startsWith("multipart/");
    }

    private String contentType() {
        return request.headers().first("content-type", "").toLowerCase(Locale.ROOT);
    }

    /** The body as JSON of that type. */
    public <T> T json(Class<T> type) {
        T value = Json.read(bytes(), type);
        if (value == null) {
            throw Refusal.badRequest("the body is empty, expected JSON");
        }
        return value;
    }

    /** The body as any JSON. */
    public JsonNode tree() {
        byte[] bytes = bytes();
        if (bytes.length == 0) {
            throw Refusal.badRequest("the body is empty, expected JSON");
        }
        return Json.mapper().readTree(bytes);
    }

    /** The body as form fields. */
    public Query form() {
        return Query.parse(new String(bytes(), StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        try {
            return request.body().bytes(maxJson);
        } catch (BodyTooLargeException e) {
            throw new Refusal(413, "the request's body is too large", List.of());
        } catch (IOException e) {
            throw Refusal.badRequest("the body ended early: " + e.getMessage());
        }
    }

    /** The parts of the body; close it to remove its files. */
    public Multipart multipart() {
        return Multipart.read(request, uploads);
    }

    private static Optional<Long> parse(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
