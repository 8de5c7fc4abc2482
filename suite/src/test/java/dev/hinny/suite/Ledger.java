package dev.hinny.suite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The features that Hinny is measured by: id to component, as {@code docs/features.tsv} lists them. */
record Ledger(Map<String, String> components) {
    private static final int ID = 1;
    private static final int COMPONENT = 2;
    private static final int COLUMNS = 6;

    static Ledger read() {
        Map<String, String> components = new LinkedHashMap<>();
        List<String> lines = Repository.read(Repository.ROOT.resolve("docs/features.tsv"))
                .lines()
                .toList();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            if (cells.length != COLUMNS || components.put(cells[ID], cells[COMPONENT]) != null) {
                throw new IllegalStateException(
                        "docs/features.tsv: wrong number of columns or a second id in: " + line);
            }
        }
        return new Ledger(components);
    }

    /** {@code COMPONENT proven/total} a line, with the ids that are not proven yet, then the sum. */
    String report(Set<String> proven) {
        Map<String, StringBuilder> open = new TreeMap<>();
        Map<String, int[]> counts = new TreeMap<>();
        components.forEach((id, component) -> {
            int[] count = counts.computeIfAbsent(component, c -> new int[2]);
            count[1]++;
            if (proven.contains(id)) {
                count[0]++;
            } else {
                open.computeIfAbsent(component, c -> new StringBuilder())
                        .append(' ')
                        .append(id);
            }
        });
        StringBuilder report = new StringBuilder();
        counts.forEach((component, count) -> report.append("%-16s %3d of %3d  open:%s%n"
                .formatted(component, count[0], count[1], open.getOrDefault(component, new StringBuilder(" none")))));
        return report.append(sum(proven)).append('\n').toString();
    }

    String sum(Set<String> proven) {
        return "features proven: %d of %d".formatted(proven.size(), components.size());
    }
}
