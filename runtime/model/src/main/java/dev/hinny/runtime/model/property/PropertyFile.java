package dev.hinny.runtime.model.property;

import dev.hinny.base.Problem;
import dev.hinny.base.Problems;
import dev.hinny.base.SourceSpan;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads {@code .properties} and {@code .yaml} configuration files into flat names.
 *
 * @see <a href="https://docs.mulesoft.com/mule-runtime/latest/configuring-properties">Configure Properties</a>
 */
public final class PropertyFile {
    private PropertyFile() {}

    /** Keys in dotted form with their values as text; a broken file adds a problem and gives nothing. */
    public static Map<String, String> read(String name, String text, Problems problems) {
        return name.endsWith(".yaml") || name.endsWith(".yml")
                ? yaml(name, text, problems)
                : properties(name, text, problems);
    }

    private static Map<String, String> properties(String name, String text, Problems problems) {
        Map<String, String> ordered = new LinkedHashMap<>();
        Properties properties = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                return String.valueOf(ordered.put(String.valueOf(key), String.valueOf(value)));
            }
        };
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            problems.error(
                    "BAD-PROPERTY-FILE",
                    SourceSpan.file(name),
                    "no valid properties file: " + e.getMessage(),
                    "write a \\ as \\\\");
        }
        return ordered;
    }

    private static Map<String, String> yaml(String name, String text, Problems problems) {
        Map<String, String> flat = new LinkedHashMap<>();
        try {
            Object tree = new Load(LoadSettings.builder()
                            .setLabel(name)
                            .setAllowDuplicateKeys(true)
                            .setMaxAliasesForCollections(50)
                            .build())
                    .loadFromString(text.replace("\t", "    "));
            if (tree != null) {
                flatten("", tree, flat);
            }
        } catch (MarkedYamlEngineException e) {
            problems.add(Problem.error(
                    "BAD-PROPERTY-FILE",
                    e.getProblemMark()
                            .map(m -> new SourceSpan(
                                    name, m.getLine() + 1, m.getColumn() + 1, m.getLine() + 1, m.getColumn() + 2, 0, 0))
                            .orElse(SourceSpan.file(name)),
                    "no valid YAML: " + e.getProblem(),
                    "check indentation and quotes there"));
        } catch (YamlEngineException e) {
            problems.error("BAD-PROPERTY-FILE", SourceSpan.file(name), "no valid YAML: " + e.getMessage(), "");
        }
        return flat;
    }

    private static void flatten(String prefix, Object node, Map<String, String> flat) {
        switch (node) {
            case Map<?, ?> map ->
                map.forEach((k, v) -> {
                    String key = prefix.isEmpty() ? String.valueOf(k) : prefix + "." + k;
                    if (v == null) {
                        flat.put(key, "");
                    } else {
                        flatten(key, v, flat);
                    }
                });
            case List<?> list -> {
                List<String> items = new ArrayList<>();
                list.forEach(item -> items.add(String.valueOf(item)));
                flat.put(prefix, items.stream().collect(Collectors.joining(",")));
            }
            default -> flat.put(prefix, String.valueOf(node));
        }
    }
}
