package dev.hinny.specs.oas;

import dev.hinny.specs.Api;
import dev.hinny.specs.Files;
import dev.hinny.specs.Node;
import java.util.Optional;

/** Reads OpenAPI. */
public final class OasReader {
    private OasReader() {}

    public static Optional<Api> read(Files files, String root, Node.Obj tree) {
        return Optional.empty();
    }
}
