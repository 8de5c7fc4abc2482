package dev.hinny.connectors.apikit;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceSpan;
import dev.hinny.runtime.api.Application;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.specs.Api;
import dev.hinny.specs.ApiRouter;
import dev.hinny.specs.Operation;
import dev.hinny.specs.Resource;
import dev.hinny.specs.SpecReader;
import dev.hinny.specs.SpecSource;
import dev.hinny.specs.validate.OperationValidator;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A specification that was read, with what is compiled from it. Safe for several threads. */
final class ApiConfig {
    private final String name;
    private final ApiParameters parameters;
    private final Application application;
    private final @Nullable SpecSource source;
    private final @Nullable Api api;
    private final @Nullable ApiRouter router;
    private final Map<Operation, OperationValidator> validators = new ConcurrentHashMap<>();
    private volatile @Nullable OperationFlows flows;
    private volatile String basePath = "";

    private ApiConfig(
            String name,
            ApiParameters parameters,
            Application application,
            @Nullable SpecSource source,
            @Nullable Api api) {
        this.name = name;
        this.parameters = parameters;
        this.application = application;
        this.source = source;
        this.api = api;
        this.router = api == null ? null : ApiRouter.of(api);
    }

    static ApiConfig of(ApiParameters parameters, Build build) {
        String name = build.component().attribute("name").orElse("");
        String location = parameters.api() != null ? parameters.api() : parameters.raml();
        SourceSpan place = build.place(parameters.api() != null ? "api" : "raml");
        SpecSource source = location == null ? null : source(location, place, build).orElse(null);
        if (location == null) {
            build.problems()
                    .error("MISSING-ATTRIBUTE", place, "'apikit:config' needs 'api'", "name the root file of the specification");
        }
        Api api = null;
        if (source != null) {
            SpecReader.Result result = SpecReader.read(source);
            boolean readable = result.api().isPresent();
            result.problems()
                    .forEach(p -> build.problems()
                            .add(readable && p.severity() == Severity.ERROR ? p.as(Severity.WARNING) : p));
            api = result.api().orElse(null);
            if (!readable && result.ok()) {
                build.problems()
                        .error("NO-SPECIFICATION", place, "'" + location + "' is no API specification", "name its root file");
            }
        }
        return new ApiConfig(name, parameters, build.application(), source, api);
    }

    private static Optional<SpecSource> source(String location, SourceSpan place, Build build) {
        try {
            Optional<SpecSource> found = Specification.find(location, build.application());
            if (found.isEmpty()) {
                build.problems()
                        .add(new Problem(
                                "MISSING-SPECIFICATION",
                                build.missing(),
                                Blame.USER,
                                place,
                                "the specification '" + location + "' is not there",
                                "put it below src/main/resources/api, or its archive into the local Maven repository"));
            }
            return found;
        } catch (IOException | java.nio.file.InvalidPathException e) {
            build.problems()
                    .error("UNREADABLE-SPECIFICATION", place, "'" + location + "' cannot be read: " + e.getMessage(), "");
            return Optional.empty();
        }
    }

    ApiParameters parameters() {
        return parameters;
    }

    Application application() {
        return application;
    }

    /** Empty when the specification is not there. */
    Optional<Api> api() {
        return Optional.ofNullable(api);
    }

    Optional<ApiRouter> router() {
        return Optional.ofNullable(router);
    }

    Optional<byte[]> file(String file) throws IOException {
        return source == null ? Optional.empty() : source.read(file, 8 << 20);
    }

    Optional<String> root() {
        return source == null ? Optional.empty() : Optional.of(source.root());
    }

    OperationValidator validator(Api of, Resource resource, Operation operation) {
        return validators.computeIfAbsent(operation, o -> OperationValidator.compile(of, resource, o));
    }

    OperationFlows flows() {
        OperationFlows known = flows;
        if (known == null) {
            known = OperationFlows.of(name, parameters, application.flowNames());
            flows = known;
        }
        return known;
    }

    /** Where the API was last called: what the console proposes. */
    String basePath() {
        return basePath;
    }

    void calledAt(String path) {
        if (!basePath.equals(path)) {
            basePath = path;
        }
    }
}
