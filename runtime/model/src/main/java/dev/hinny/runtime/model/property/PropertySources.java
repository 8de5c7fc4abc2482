package dev.hinny.runtime.model.property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where property values come from, strongest first: what the deployment sets, the environment, the application's
 * configuration files, its global properties.
 *
 * @see <a href="https://docs.mulesoft.com/mule-runtime/latest/configuring-properties">Configure Properties</a>
 */
public final class PropertySources {
    private final Map<String, String> deployment;
    private final Map<String, String> environment;
    private final List<Map<String, String>> files = new ArrayList<>();
    private final Map<String, String> globals = new LinkedHashMap<>();

    /** @param deployment what {@code -D} and the platform set; wins over everything */
    public PropertySources(Map<String, String> deployment, Map<String, String> environment) {
        this.deployment = Map.copyOf(deployment);
        this.environment = Map.copyOf(environment);
    }

    /** Adds a configuration file; of two files that set a name the one added first wins. */
    public void addFile(Map<String, String> properties) {
        files.add(Map.copyOf(properties));
    }

    public void addGlobal(String name, String value) {
        globals.put(name, value);
    }

    public Optional<String> get(String name) {
        String value = deployment.get(name);
        if (value == null) {
            value = environment.get(name);
        }
        for (int i = 0; value == null && i < files.size(); i++) {
            value = files.get(i).get(name);
        }
        return Optional.ofNullable(value == null ? globals.get(name) : value);
    }

    /** All names but those of the environment, for suggestions. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(deployment.keySet());
        files.forEach(f -> names.addAll(f.keySet()));
        names.addAll(globals.keySet());
        return names;
    }
}
