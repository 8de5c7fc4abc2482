package dev.hinny.plane.server.runtimemanager;

import dev.hinny.base.Problem;
import java.nio.file.Path;
import java.util.List;

/** Looks into an application archive before it is stored; an error refuses it. */
@FunctionalInterface
public interface ApplicationCheck {
    List<Problem> check(Path archive);
}
