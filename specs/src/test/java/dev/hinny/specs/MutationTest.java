package dev.hinny.specs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Blame;
import dev.hinny.specs.validate.OperationValidator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MutationTest {
    private static final String[] SPICE = {
        "[",
        "]",
        "{",
        "}",
        ":",
        "- ",
        "\n",
        "  ",
        "<<x>>",
        "!include ",
        "&a ",
        "*a",
        "|",
        "?",
        "\"",
        "'",
        "type: ",
        "null",
        "Order",
        "[]",
        "#",
        "1e9999",
        "-1",
        "required: true\n",
        "$ref: '#/'",
        "/",
        "\t",
        "\\",
        "(",
        "properties:\n",
        "is: [t]"
    };

    @ParameterizedTest
    @CsvSource({"orders, orders.raml", "oas, pets.yaml"})
    void neverThrowsOnDamagedFiles(String folder, String root) throws IOException {
        Map<String, String> texts = new HashMap<>();
        Path base = Specs.path(folder);
        try (Stream<Path> files = Files.walk(base)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(base.relativize(file).toString(), Files.readString(file));
            }
        }
        List<String> names = texts.keySet().stream().sorted().toList();
        Random random = new Random(20261124);
        for (int round = 0; round < 700; round++) {
            Map<String, String> damaged = new HashMap<>(texts);
            String victim = random.nextInt(3) > 0 ? root : names.get(random.nextInt(names.size()));
            damaged.put(victim, damage(damaged.get(victim), random));
            SpecReader.Result result = SpecReader.read(SpecSource.texts(damaged, root));
            assertThat(result.problems())
                    .as("round %d%n%s", round, damaged.get(victim))
                    .noneMatch(p -> p.blame() == Blame.BUG);
            result.api().ifPresent(MutationTest::use);
        }
    }

    private static void use(Api api) {
        ApiRouter router = ApiRouter.of(api);
        router.match("GET", "/orders/1/lines.csv");
        for (Resource resource : api.resources()) {
            for (Operation operation : resource.operations()) {
                OperationValidator validator = OperationValidator.compile(api, resource, operation);
                validator.query(Map.of("page", List.of("x")), true);
                validator
                        .body("application/json")
                        .ifPresent(
                                b -> b.validate("{\"id\": [1, {\"kind\": \"cat\"}]}".getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private static String damage(String text, Random random) {
        StringBuilder out = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(out.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> out.insert(at, SPICE[random.nextInt(SPICE.length)]);
                case 1 -> out.delete(at, Math.min(out.length(), at + 1 + random.nextInt(12)));
                case 2 -> {
                    int end = Math.min(out.length(), at + random.nextInt(40));
                    out.insert(random.nextInt(out.length() + 1), out.substring(at, end));
                }
                default -> {
                    if (at < out.length()) {
                        out.setCharAt(at, (char) (32 + random.nextInt(95)));
                    }
                }
            }
        }
        return out.toString();
    }
}
