package dev.hinny.connectors.apikit;

import dev.hinny.specs.Api;
import dev.hinny.specs.Operation;
import dev.hinny.specs.Parameter;
import dev.hinny.specs.Payload;
import dev.hinny.specs.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The page about an API: one HTML document that needs nothing else. */
final class ConsolePage {
    private static final String TEMPLATE = template();

    private ConsolePage() {}

    private static String template() {
        try (InputStream in = ConsolePage.class.getResourceAsStream("console.html")) {
            if (in == null) {
                throw new IllegalStateException("console.html is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param calledAt the path at which the API was last called; empty while it was not */
    static String of(Api api, String calledAt) {
        String base = calledAt.isEmpty() ? declaredBase(api) : calledAt;
        StringBuilder resources = new StringBuilder();
        for (Resource resource : api.resources()) {
            for (Operation operation : resource.operations()) {
                operation(resource, operation, resources);
            }
        }
        StringBuilder files = new StringBuilder();
        for (String file : api.files()) {
            files.append("<li><a data-file=\"").append(escape(file)).append("\">").append(escape(file)).append("</a></li>\n");
        }
        return TEMPLATE.replace("{{title}}", escape(api.title()))
                .replace("{{version}}", escape(api.version()))
                .replace("{{language}}", escape(api.language().label()))
                .replace("{{base}}", escape(base))
                .replace("{{files}}", files)
                .replace("{{operations}}", resources)
                .replace("{{description}}", escape(api.description()));
    }

    private static String declaredBase(Api api) {
        try {
            String path = URI.create(api.baseUri().replace("{", "").replace("}", "")).getPath();
            return path == null || path.isEmpty() ? "/api" : path.replaceAll("/$", "");
        } catch (IllegalArgumentException e) {
            return "/api";
        }
    }

    private static void operation(Resource resource, Operation operation, StringBuilder out) {
        String method = operation.method().toUpperCase(Locale.ROOT);
        out.append("<details><summary><b class=\"m ").append(escape(operation.method())).append("\">").append(escape(method));
        out.append("</b> <code>").append(escape(resource.path())).append("</code> <span>");
        out.append(escape(operation.displayName().equals(operation.method()) ? "" : operation.displayName()));
        out.append("</span></summary>\n<p>").append(escape(operation.description())).append("</p>\n<form data-method=\"");
        out.append(escape(method)).append("\" data-path=\"").append(escape(resource.path())).append("\">\n");
        fields("uri", resource.uriParameters(), out);
        fields("query", operation.queryParameters(), out);
        fields("header", operation.headers(), out);
        if (!operation.bodies().isEmpty()) {
            out.append("<label>Content-Type <select name=\"type\">");
            for (Payload payload : operation.bodies()) {
                out.append("<option>").append(escape(payload.mediaType())).append("</option>");
            }
            String example = operation.bodies().getFirst().examples().stream()
                    .findFirst()
                    .map(e -> e.value().scalar().orElseGet(() -> e.value().json()))
                    .orElse("");
            out.append("</select></label>\n<label>Body <textarea name=\"body\" rows=\"6\">").append(escape(example));
            out.append("</textarea></label>\n");
        }
        out.append("<button>Send</button><pre hidden></pre></form></details>\n");
    }

    private static void fields(String kind, List<Parameter> parameters, StringBuilder out) {
        for (Parameter parameter : parameters) {
            out.append("<label>").append(escape(parameter.name())).append(parameter.required() ? " *" : "");
            out.append(" <small>").append(kind).append("</small> <input data-kind=\"").append(kind).append("\" name=\"");
            out.append(escape(parameter.name())).append("\" title=\"").append(escape(parameter.description()));
            out.append("\"></label>\n");
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("{{", "{&#123;");
    }
}
