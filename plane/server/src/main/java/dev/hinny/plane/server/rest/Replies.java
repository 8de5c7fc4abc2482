package dev.hinny.plane.server.rest;

import dev.hinny.http.Body;
import dev.hinny.http.BodyTooLargeException;
import dev.hinny.http.Headers;
import dev.hinny.http.Response;
import dev.hinny.plane.contract.Json;
import dev.hinny.plane.server.usecase.Refusal;
import dev.hinny.plane.store.ConstraintViolated;
import dev.hinny.plane.store.StoreUnavailable;
import dev.hinny.plane.store.ValueRefused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Makes answers of values and of failures. */
public final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private Replies() {}

    public static Response json(int status, Object value) {
        return Response.of(
                status, Headers.of("content-type", "application/json; charset=utf-8"), Body.of(Json.bytes(value)));
    }

    public static Response ok(Object value) {
        return json(200, value);
    }

    public static Response created(Object value) {
        return json(201, value);
    }

    public static Response noContent() {
        return Response.of(204);
    }

    /** The answer to a request that failed; what is our own defect is logged with a number that the answer names. */
    static Response failure(Throwable failure, String what) {
        return switch (failure) {
            case Refusal refusal -> error(refusal.status(), refusal.message(), refusal.details());
            case BodyTooLargeException e -> error(413, "the request's body is too large", List.of());
            case DatabindException e -> error(400, "the body has a wrong value: " + place(e), List.of(place(e)));
            case JacksonException e -> error(400, "the body is not JSON: " + e.getOriginalMessage(), List.of());
            case ConstraintViolated e -> error(409, conflict(e.constraint()), List.of());
            case ValueRefused e -> error(400, String.valueOf(e.getMessage()), List.of());
            case StoreUnavailable e ->
                error(503, "the platform's database is not available at the moment, try again", List.of())
                        .withHeader("retry-after", "1");
            default -> {
                String id = UUID.randomUUID().toString();
                LOG.error("{} failed ({})", what, id, failure);
                yield error(500, "the controller failed; its log says why under " + id, List.of());
            }
        };
    }

    static Response error(int status, String message, List<String> details) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        body.put("code", status);
        body.put("message", message);
        if (!details.isEmpty()) {
            body.put("details", details);
        }
        Response response = json(status, body);
        return status == 401 ? response.withHeader("www-authenticate", "Bearer") : response;
    }

    private static String place(DatabindException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : e.getPath()) {
            String name = reference.getPropertyName();
            path.append(name == null ? "[" + reference.getIndex() + "]" : (path.isEmpty() ? "" : ".") + name);
        }
        String said = e.getOriginalMessage();
        int end = said.indexOf('\n');
        String reason = end < 0 ? said : said.substring(0, end);
        return path.isEmpty() ? "the body is of the wrong kind" : "field '" + path + "': " + reason;
    }

    private static String conflict(String constraint) {
        return switch (constraint) {
            case "environment_name" -> "an environment of that name exists in the organisation";
            case "user_name" -> "a user of that name exists";
            case "connected_app_name" -> "a connected app of that name exists in the organisation";
            case "client_application_name" -> "a client application of that name exists in the organisation";
            case "asset_version" -> "that version of the asset exists";
            case "application_domain" -> "an application of that name exists";
            case "tier_name" -> "an SLA tier of that name exists on the API instance";
            case "contract_once" -> "the client application has a contract with the API instance already";
            case "mapping_rule_once" -> "a mapping rule for that host and path exists";
            case "policy_position" -> "two policies of the API instance would have the same order";
            default -> "other things still refer to it, or one of the same key exists (" + constraint + ")";
        };
    }
}
