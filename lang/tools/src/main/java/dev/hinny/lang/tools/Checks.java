package dev.hinny.lang.tools;

import dev.hinny.base.Problem;
import dev.hinny.base.Problems;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.front.Parsed;
import dev.hinny.lang.front.Parser;
import dev.hinny.lang.front.check.Checker;
import dev.hinny.lang.front.check.Environment;
import dev.hinny.lang.front.check.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that can be told about a script without running it. */
final class Checks {
    private Checks() {}

    static List<Problem> problems(SourceText source, Folders folders, List<String> names) {
        Parsed parsed = Parser.parse(source);
        Map<String, Type> given = new LinkedHashMap<>();
        names.forEach(name -> given.put(name, Type.ANY));
        List<Problem> found = Checker.check(
                        parsed, source, Environment.FLOW.withNames(given).withModules(folders::find))
                .problems();
        Problems all = new Problems();
        all.addAll(found);
        compiled(parsed, folders, names).stream()
                .filter(p -> p.severity() == Severity.ERROR && found.stream().noneMatch(f -> covers(f, p)))
                .forEach(all::add);
        return all.sorted();
    }

    /** What only the engine knows: formats, mostly. */
    private static List<Problem> compiled(Parsed parsed, Folders folders, List<String> names) {
        Set<String> known = new LinkedHashSet<>(CompileOptions.FLOW_NAMES);
        known.addAll(names);
        return Script.compile(
                        parsed,
                        CompileOptions.NONE
                                .withNames(known)
                                .withModules(folders)
                                .withResources(folders))
                .problems();
    }

    private static boolean covers(Problem found, Problem other) {
        return found.place() == null
                ? other.place() == null
                : other.place() != null
                        && found.place().source().equals(other.place().source())
                        && found.place().startOffset() <= other.place().endOffset()
                        && other.place().startOffset() <= found.place().endOffset();
    }
}
