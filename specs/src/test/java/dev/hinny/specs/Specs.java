package dev.hinny.specs;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The specifications of the tests. */
public final class Specs {
    private Specs() {}

    public static Path path(String name) {
        try {
            return Path.of(Specs.class.getResource("/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static Api api(String name) {
        SpecReader.Result result = SpecReader.read(SpecSource.file(path(name)));
        if (!result.ok()) {
            throw new AssertionError(result.problems().toString());
        }
        return result.api().orElseThrow();
    }

    public static SpecReader.Result text(String text) {
        return SpecReader.read(SpecSource.texts(Map.of("api.raml", text), "api.raml"));
    }

    /** Each problem as {@code CODE line:column}. */
    public static List<String> places(SpecReader.Result result) {
        return result.problems().stream()
                .map(p -> p.code() + " " + p.place().line() + ":" + p.place().column())
                .toList();
    }
}
