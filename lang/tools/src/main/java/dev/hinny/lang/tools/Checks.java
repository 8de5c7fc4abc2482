package dev.hinny.lang.tools;

import dev.hinny.base.Problem;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All that can be told about a script without running it. */
final class Checks {
    private Checks() {}

    static List<Problem> problems(SourceText source, Folders folders, List<String> names) {
        Set<String> known = new LinkedHashSet<>(CompileOptions.FLOW_NAMES);
        known.addAll(names);
        return Script.compile(
                        source,
                        CompileOptions.NONE.withNames(known).withModules(folders).withResources(folders))
                .problems();
    }
}
