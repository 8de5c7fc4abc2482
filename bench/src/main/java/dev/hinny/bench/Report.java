package dev.hinny.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the last result of each workload and writes {@code RESULTS.md} from all of them. */
final class Report {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Path KEPT = Home.out().resolve("results");

    private Report() {}

    static void keep(Result result) {
        try {
            Files.createDirectories(KEPT);
            MAPPER.writeValue(KEPT.resolve(result.workload() + ".json").toFile(), result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(List<String> order) {
        List<Result> results = kept(order);
        StringBuilder out = new StringBuilder("# Results\n\n"
                + "Written by `bench/run`; what is measured and how: [README.md](README.md). A ratio is Hinny"
                + " divided by the peer: below 1 Hinny takes less. It is the median of the ratios of measurements"
                + " that followed each other; the range shows the smallest and the largest.\n\n");
        table(out, List.of("workload", "against", "of", "Hinny / peer", "range", "we mean to reach"), ratios(results));
        out.append("\n## Machine and versions\n\n");
        Machine.facts().forEach(fact -> out.append("- ").append(fact).append('\n'));
        results.forEach(result -> section(out, result));
        try {
            return Files.writeString(Home.bench().resolve("RESULTS.md"), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Result> kept(List<String> order) {
        try (Stream<Path> files = Files.list(KEPT)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> MAPPER.readValue(file.toFile(), Result.class))
                    .filter(result -> order.contains(result.workload()))
                    .sorted(Comparator.comparingInt(result -> order.indexOf(result.workload())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> ratios(List<Result> results) {
        List<List<String>> lines = new ArrayList<>();
        for (Result result : results) {
            for (Result.Ratio ratio : result.ratios()) {
                lines.add(List.of(
                        result.title(),
                        ratio.against(),
                        ratio.figure(),
                        "**" + ratio.ratio() + "**",
                        ratio.range(),
                        ratio.goal()));
            }
        }
        return lines;
    }

    private static void section(StringBuilder out, Result result) {
        out.append("\n## ")
                .append(result.title())
                .append("\n\n")
                .append(result.how())
                .append("\n\n");
        table(out, result.columns(), result.lines());
        out.append("\nMeasured ")
                .append(result.date())
                .append(", pace `")
                .append(result.pace())
                .append("`; other processes took ")
                .append(result.others())
                .append(" of the machine meanwhile.\n");
        result.troubles()
                .forEach(trouble -> out.append("\nNot measured: ")
                        .append(trouble.replace(
                                Home.bench().resolve("..").normalize().toString(), "."))
                        .append('\n'));
    }

    private static void table(StringBuilder out, List<String> columns, List<List<String>> lines) {
        line(out, columns);
        out.append("|---".repeat(columns.size())).append("|\n");
        lines.forEach(cells -> line(out, cells));
    }

    private static void line(StringBuilder out, List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
