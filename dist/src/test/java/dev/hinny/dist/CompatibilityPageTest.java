package dev.hinny.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.MediaType;
import dev.hinny.gateway.api.PolicyCatalog;
import dev.hinny.gateway.api.PolicyProvider;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.Formats;
import dev.hinny.runtime.api.ConnectorProvider;
import dev.hinny.runtime.api.element.ElementType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/compatibility.md} lists is what the program has. With {@code -Dhinny.docs=write} the lists between the
 * page's marks are rewritten.
 */
class CompatibilityPageTest {
    private static final Path ROOT =
            Path.of(System.getProperty("hinny.root", "..")).toAbsolutePath().normalize();
    private static final Path PAGE = ROOT.resolve("docs/compatibility.md");
    /** Functions that are not marked as internal. */
    private static final Pattern FUNCTION = Pattern.compile("(?m)(?<!@Internal\\(permits = \\[]\\)\n"
            + ")(?<!@Internal\\(permits = \\[\"dw::core\"]\\)\n"
            + ")^fun ([A-Za-z_][A-Za-z0-9_]*|`[^`]+`)");

    @Test
    void elementsAreThoseOfTheConnectors() throws IOException {
        check("elements", elements());
    }

    @Test
    void formatsAreThoseOfTheLanguage() throws IOException {
        check("formats", formats());
    }

    @Test
    void modulesAreThoseOfTheLibrary() throws IOException {
        check("modules", modules());
    }

    @Test
    void policiesAreThoseOfTheGateway() throws IOException {
        check("policies", policies());
    }

    private static List<String> elements() {
        List<String> lines = new ArrayList<>();
        ServiceLoader.load(ConnectorProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(ConnectorProvider::prefix))
                .forEach(connector -> {
                    lines.addAll(List.of("", "### `" + connector.prefix() + "`", "", "`" + connector.uri() + "`", ""));
                    lines.addAll(List.of("| element | kind | what it does |", "|---|---|---|"));
                    connector.elements().stream()
                            .sorted(Comparator.comparing(ElementType::name))
                            .map(e -> "| `" + e.name() + "` | " + kind(e) + " | " + e.description() + " |")
                            .forEach(lines::add);
                });
        lines.add("");
        return lines;
    }

    private static String kind(ElementType element) {
        return switch (element) {
            case ElementType.Configuration<?, ?> _ -> "global";
            case ElementType.OperationType<?> _ -> "operation";
            case ElementType.ProcessorType<?> _ -> "processor";
            case ElementType.SourceType<?> _ -> "source";
        };
    }

    private static List<String> formats() {
        List<String> lines =
                new ArrayList<>(List.of("", "| `output` name | media types | file name endings |", "|---|---|---|"));
        Formats.all().stream()
                .sorted(Comparator.comparing(Format::id))
                .map(f -> "| `" + f.id() + "` | "
                        + quoted(f.mediaTypes().stream().map(MediaType::essence)) + " | "
                        + quoted(f.extensions().stream()) + " |")
                .forEach(lines::add);
        lines.add("");
        return lines;
    }

    private static List<String> modules() throws IOException {
        Path top = ROOT.resolve("lang/front/src/main/dwl");
        List<String> lines = new ArrayList<>(List.of("", "| module | functions |", "|---|---|"));
        try (Stream<Path> files = Files.walk(top)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".dwl")).sorted().toList()) {
                String path = top.relativize(file).toString();
                String name = path.substring(0, path.length() - ".dwl".length()).replace("/", "::");
                TreeSet<String> functions = FUNCTION.matcher(Files.readString(file))
                        .results()
                        .map(m -> m.group(1).replace("`", ""))
                        .collect(Collectors.toCollection(TreeSet::new));
                lines.add("| `" + name + "` | " + quoted(functions.stream()) + " |");
            }
        }
        lines.add("");
        return lines;
    }

    private static List<String> policies() {
        List<String> lines = new ArrayList<>(List.of("", "| policy | version | what it does |", "|---|---|---|"));
        PolicyCatalog.installed(CompatibilityPageTest.class.getClassLoader()).all().stream()
                .sorted(Comparator.comparing(PolicyProvider::id))
                .map(p -> "| `" + p.id() + "` | " + p.version() + " | " + p.description() + " |")
                .forEach(lines::add);
        lines.add("");
        return lines;
    }

    private static String quoted(Stream<String> names) {
        return names.map(n -> "`" + n + "`").collect(Collectors.joining(" "));
    }

    private static void check(String list, List<String> wanted) throws IOException {
        String page = Files.readString(PAGE);
        String begin = "<!-- " + list + " -->\n";
        String end = "<!-- end of " + list + " -->";
        assertThat(page).contains(begin, end);
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end);
        String lines = String.join("\n", wanted) + "\n";
        if (System.getProperty("hinny.docs", "check").equals("write")) {
            Files.writeString(PAGE, page.substring(0, from) + lines + page.substring(to));
            return;
        }
        assertThat(page.substring(from, to))
                .as("the list of %s in %s; -Dhinny.docs=write rewrites it", list, PAGE)
                .isEqualTo(lines);
    }
}
