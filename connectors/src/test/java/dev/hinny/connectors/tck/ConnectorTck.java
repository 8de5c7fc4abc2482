package dev.hinny.connectors.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.runtime.api.ConnectorProvider;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.model.descriptor.Catalog;
import dev.hinny.runtime.model.descriptor.Parameter;
import dev.hinny.runtime.model.descriptor.RecordDescriptor;
import dev.hinny.runtime.model.descriptor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of a connector: complete descriptors, declared error types, and a README whose example loads. */
public abstract class ConnectorTck {
    private static final Pattern EXAMPLE = Pattern.compile("```xml\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    protected Path folder;

    protected abstract ConnectorProvider provider();

    /** Writes what the README's example needs besides its flow file. */
    protected void prepareExample(Path project) throws IOException {}

    /** Properties of the README's example, as name, value, name, value. */
    protected String[] exampleProperties() {
        return new String[0];
    }

    @Test
    void is_found_by_its_namespace() {
        ConnectorProvider provider = provider();
        assertThat(provider.uri()).startsWith("http://www.mulesoft.org/schema/mule/");
        Catalog catalog = Catalog.standard();
        assertThat(catalog.knows(provider.uri())).isTrue();
        assertThat(provider.elements())
                .allSatisfy(e ->
                        assertThat(catalog.element(provider.uri(), e.name())).isPresent());
    }

    @Test
    void describes_every_element_and_parameter_with_a_sentence() {
        List<String> silent = new ArrayList<>();
        for (ElementType element : provider().elements()) {
            if (!isSentence(element.description())) {
                silent.add(element.name());
            }
            describe(RecordDescriptor.of(element.parameters()), element.name(), silent, new HashSet<>());
        }
        assertThat(silent).isEmpty();
    }

    private static void describe(RecordDescriptor record, String path, List<String> silent, Set<Class<?>> seen) {
        if (!seen.add(record.type())) {
            return;
        }
        for (Parameter parameter : record.parameters()) {
            if (!isSentence(parameter.param().value())) {
                silent.add(path + "/" + parameter.name());
            }
            if (parameter.shape() instanceof Shape.Children(List<RecordDescriptor> choices, boolean _)) {
                choices.forEach(c -> describe(c, path + "/" + c.elementName(), silent, seen));
            }
        }
    }

    private static boolean isSentence(String text) {
        return text.endsWith(".") && Character.isUpperCase(text.charAt(0));
    }

    @Test
    void declares_every_error_type_that_its_operations_name_parents_first() {
        ConnectorProvider provider = provider();
        String namespace = provider.prefix().toUpperCase(Locale.ROOT);
        Set<ErrorType> declared = new HashSet<>();
        for (ErrorType type : provider.errorTypes()) {
            assertThat(type.namespace()).isEqualTo(namespace);
            assertThat(type.is(ErrorType.ANY)).isTrue();
            ErrorType parent = type.parent();
            assertThat(parent == null || parent.namespace().equals("MULE") || declared.contains(parent))
                    .as("the parent of %s is declared before it", type)
                    .isTrue();
            declared.add(type);
        }
        for (ElementType element : provider.elements()) {
            if (element instanceof ElementType.OperationType<?> operation) {
                assertThat(declared).containsAll(operation.errors());
            }
        }
    }

    @Test
    void the_readme_s_example_loads_without_a_problem() throws IOException {
        Path project = exampleProject();
        assertThat(RunningApp.check(project, exampleProperties())).isEmpty();
    }

    /** The README's example as a project folder. */
    protected final Path exampleProject() throws IOException {
        Path readme = Path.of("src/main/java/dev/hinny/connectors", provider().prefix(), "README.md");
        Matcher matcher = EXAMPLE.matcher(Files.readString(readme));
        assertThat(matcher.find()).as("%s has an example", readme).isTrue();
        Path project = RunningApp.project(folder.resolve("example"), matcher.group(1));
        prepareExample(project);
        return project;
    }

    /** Elements that stand in the census of applications: name with attributes, as {@code request method path}. */
    protected final List<String> unknownAttributes(Stream<String> used) {
        List<String> unknown = new ArrayList<>();
        used.forEach(line -> {
            String[] words = line.split(" ");
            ElementType element = provider().elements().stream()
                    .filter(e -> e.name().equals(words[0]))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no element '" + words[0] + "'"));
            Set<String> known = new HashSet<>(Set.of("name", "target", "targetValue"));
            RecordDescriptor.of(element.parameters()).parameters().forEach(p -> known.add(p.name()));
            for (int i = 1; i < words.length; i++) {
                if (!known.contains(words[i])) {
                    unknown.add(words[0] + "@" + words[i]);
                }
            }
        });
        return unknown;
    }
}
