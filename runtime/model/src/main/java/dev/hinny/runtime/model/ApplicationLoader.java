package dev.hinny.runtime.model;

import dev.hinny.base.Problem;
import dev.hinny.base.Problems;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.SourceText;
import dev.hinny.runtime.model.descriptor.Catalog;
import dev.hinny.runtime.model.property.Placeholders;
import dev.hinny.runtime.model.property.PropertyFile;
import dev.hinny.runtime.model.property.PropertySources;
import dev.hinny.runtime.model.property.SecureProperties;
import dev.hinny.runtime.model.xml.LocatedXml;
import dev.hinny.runtime.model.xml.XmlAttribute;
import dev.hinny.runtime.model.xml.XmlElement;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the files of an application into a model, collecting every problem on the way. */
public final class ApplicationLoader {
    private static final String DOCUMENTATION = "http://www.mulesoft.org/schema/mule/documentation";

    private final ApplicationFiles files;
    private final Catalog catalog;
    private final LoadOptions options;
    private final Problems problems = new Problems();
    private final Map<String, SourceText> sources = new LinkedHashMap<>();
    private final Set<Path> read = new LinkedHashSet<>();

    private ApplicationLoader(ApplicationFiles files, Catalog catalog, LoadOptions options) {
        this.files = files;
        this.catalog = catalog;
        this.options = options;
    }

    public static Loaded load(ApplicationFiles files, Catalog catalog, LoadOptions options) {
        return new ApplicationLoader(files, catalog, options).load();
    }

    private Loaded load() {
        ProjectDescriptor descriptor = ProjectDescriptor.read(files, problems);
        String name = descriptor.name().orElse(files.name());
        List<XmlElement> raw = new ArrayList<>();
        flowFiles(descriptor).forEach(file -> raw.addAll(topLevel(file)));
        imports(raw);
        if (read.isEmpty()) {
            problems.error(
                    "NO-FLOWS",
                    null,
                    "the application has no flow file",
                    "put at least one .xml file into src/main/mule");
        }
        PropertySources properties = properties(name, descriptor, raw);
        Placeholders placeholders = new Placeholders(properties, problems, options.missing());
        List<XmlElement> resolved =
                raw.stream().map(e -> resolve(e, placeholders)).toList();
        ApplicationModel model = new Assembly(name, catalog, problems, options.missing())
                .assemble(resolved, properties, descriptor.secureProperties(), sources);
        return new Loaded(model, problems.sorted());
    }

    private List<Path> flowFiles(ProjectDescriptor descriptor) {
        if (descriptor.configurations().isEmpty()) {
            return files.flowFiles();
        }
        List<Path> found = new ArrayList<>();
        for (String configuration : descriptor.configurations()) {
            Optional<Path> file = files.resource(configuration);
            if (file.isPresent()) {
                found.add(file.get());
            } else {
                problems.error(
                        "MISSING-FLOW-FILE",
                        SourceSpan.file("mule-artifact.json"),
                        "'configs' names the file '" + configuration + "', which is not there",
                        "remove it from 'configs', or add the file to src/main/mule");
            }
        }
        return found;
    }

    private List<XmlElement> topLevel(Path file) {
        if (!read.add(file)) {
            return List.of();
        }
        SourceText source = new SourceText(files.display(file), files.text(file));
        sources.put(source.name(), source);
        Optional<XmlElement> root = LocatedXml.read(source, problems);
        if (root.isEmpty()) {
            return List.of();
        }
        String element = root.get().name();
        if (!root.get().uri().equals(Catalog.CORE) || !(element.equals("mule") || element.equals("domain"))) {
            if (files.isSingleFile() || root.get().uri().equals(Catalog.CORE)) {
                problems.error(
                        "NO-APPLICATION",
                        root.get().place(),
                        "the root element is '" + root.get().qualifiedName() + "' and must be 'mule' of "
                                + Catalog.CORE,
                        "is this a flow file?");
            }
            return List.of();
        }
        return root.get().children();
    }

    /** Follows {@code import} elements, also those inside imported files. */
    private void imports(List<XmlElement> elements) {
        Deque<XmlElement> open = new ArrayDeque<>(elements);
        while (!open.isEmpty()) {
            XmlElement element = open.poll();
            if (!isCore(element, "import")) {
                continue;
            }
            String name = element.value("file").orElse("");
            Optional<Path> file = name.isEmpty() ? Optional.empty() : files.resource(name);
            if (file.isPresent()) {
                List<XmlElement> more = topLevel(file.get());
                elements.addAll(more);
                open.addAll(more);
            } else {
                problems.add(Problem.error(
                                "UNRESOLVED-IMPORT",
                                element.place(),
                                "the file '" + name + "' to import is not in the application",
                                "it may stand in a private plugin: add that to the application")
                        .as(options.missing()));
            }
        }
    }

    private PropertySources properties(String name, ProjectDescriptor descriptor, List<XmlElement> elements) {
        Map<String, String> deployment = new LinkedHashMap<>(options.properties());
        deployment.putIfAbsent("app.name", name);
        deployment.putIfAbsent("domain.name", "default");
        String home =
                files.isArchive() || files.isSingleFile() ? "" : files.root().toString();
        deployment.putIfAbsent("mule.home", home);
        deployment.putIfAbsent("app.home", home);
        PropertySources properties = new PropertySources(deployment, options.environment());
        elements.stream()
                .filter(e -> isCore(e, "global-property"))
                .forEach(e -> properties.addGlobal(
                        e.value("name").orElse(""), e.value("value").orElse("")));
        Placeholders names = new Placeholders(properties, problems, options.missing());
        for (XmlElement element : elements) {
            if (isCore(element, "configuration-properties")) {
                properties.addFile(file(element, names));
            }
        }
        for (XmlElement element : elements) {
            if (element.uri().endsWith("/secure-properties") && element.name().equals("config")) {
                properties.addFile(secure(element, names));
            }
        }
        descriptor.properties().forEach((k, v) -> {
            if (properties.get(k).isEmpty()) {
                properties.addGlobal(k, v);
            }
        });
        return properties;
    }

    private Map<String, String> file(XmlElement element, Placeholders names) {
        Optional<XmlAttribute> attribute = element.attribute("file");
        if (attribute.isEmpty()) {
            problems.error("MISSING-ATTRIBUTE", element.place(), "'" + element.qualifiedName() + "' needs 'file'", "");
            return Map.of();
        }
        String name = names.resolve(attribute.get().value(), attribute.get().place());
        if (name.contains("${")) {
            return Map.of();
        }
        Optional<Path> file = files.resource(name);
        if (file.isEmpty()) {
            problems.add(Problem.error(
                            "MISSING-PROPERTY-FILE",
                            attribute.get().place(),
                            "the property file '" + name + "' is not there",
                            "put it into src/main/resources")
                    .as(options.missing()));
            return Map.of();
        }
        return PropertyFile.read(files.display(file.get()), files.text(file.get()), problems);
    }

    private Map<String, String> secure(XmlElement element, Placeholders names) {
        Map<String, String> file = file(element, names);
        Optional<XmlElement> encrypt = element.child("encrypt");
        String key = element.value("key").orElse("");
        return new SecureProperties(
                        encrypt.flatMap(e -> e.value("algorithm")).orElse("AES"),
                        encrypt.flatMap(e -> e.value("mode")).orElse("CBC"),
                        names.resolve(key, element.place()),
                        encrypt.flatMap(e -> e.value("useRandomIVs"))
                                .map(Boolean::parseBoolean)
                                .orElse(false))
                .decrypt(file, element.place(), problems, options.missing());
    }

    private static XmlElement resolve(XmlElement element, Placeholders placeholders) {
        if (isCore(element, "global-property") || isCore(element, "configuration-properties")) {
            return element;
        }
        List<XmlAttribute> attributes = new ArrayList<>(element.attributes().size());
        for (XmlAttribute a : element.attributes()) {
            attributes.add(
                    a.uri().equals(DOCUMENTATION) || !a.value().contains("${")
                            ? a
                            : new XmlAttribute(
                                    a.prefix(),
                                    a.uri(),
                                    a.name(),
                                    placeholders.resolve(a.value(), a.place()),
                                    a.place()));
        }
        return element.with(
                attributes,
                element.children().stream().map(c -> resolve(c, placeholders)).toList(),
                placeholders.resolve(element.text(), element.textPlace()));
    }

    static boolean isCore(XmlElement element, String name) {
        return element.uri().equals(Catalog.CORE) && element.name().equals(name);
    }
}
