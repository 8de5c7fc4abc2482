package dev.hinny.bench.transform;

import dev.hinny.base.MediaType;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A transformation that all contenders make of the same bytes. A new row is a constant here; its name on the command line is
 * the constant's in lower case.
 */
public enum Race {
    TRANSFORM(
            "Small transform",
            "1 KB order, JSON to JSON: rename, concatenate, upper and lower case, filter and map a list of 20, ten"
                    + " fields; bytes in, bytes out.",
            Orders::order,
            Orders::order,
            List.of(
                    new Contender("Hinny script", () -> new HinnyTransform("/order.dwl", MediaType.JSON)),
                    new Contender("Jackson streaming by hand", StreamingTransform::new),
                    new Contender("Jackson tree by hand", TreeTransform::new),
                    new Contender("JSLT", () -> JsltTransform.ORDER)),
            Map.of("Jackson tree by hand", "<= 1.0", "Jackson streaming by hand", "stretch: 1.1")),
    LARGE(
            "Large transform",
            "9 MB JSON array of 20,000 records to JSON: filter, map, orderBy, groupBy; bytes in, bytes out. JSLT"
                    + " neither sorts nor groups: it calls a function in Java for that.",
            () -> Records.json(20_000),
            () -> Records.json(300),
            List.of(
                    new Contender("Hinny script", () -> new HinnyTransform("/records.dwl", MediaType.JSON)),
                    new Contender("Jackson streaming by hand", RecordsByHand.Streaming::new),
                    new Contender("Jackson tree by hand", RecordsByHand.Tree::new),
                    new Contender("JSLT", () -> JsltTransform.RECORDS)),
            Map.of("Jackson tree by hand", "<= 0.7", "Jackson streaming by hand", "<= 1.4")),
    XML(
            "XML to JSON",
            "9.6 MB of XML, four fields of each of 20,000 records to JSON; bytes in, bytes out. The StAX parsers and"
                    + " the tree write with Jackson's generator.",
            () -> RecordsInXml.records(20_000),
            () -> RecordsInXml.records(300),
            List.of(
                    new Contender("Hinny script", () -> new HinnyTransform("/records-xml.dwl", MediaType.XML)),
                    new Contender("Aalto by hand", XmlByHand::aalto),
                    new Contender("Woodstox by hand", XmlByHand::woodstox),
                    new Contender("JDK DOM by hand", XmlByHand.Tree::new)),
            Map.of("Aalto by hand", "<= 1.25")),
    CSV(
            "CSV to JSON",
            "53 MB, 180,000 rows of 12 columns to 74 MB of JSON, one row in ten with a quoted field; bytes in, bytes"
                    + " out, everybody with -Xmx1g.",
            () -> Rows.csv(180_000),
            () -> Rows.csv(300),
            List.of(
                    new Contender(
                            "Hinny script",
                            () -> new HinnyTransform("/rows.dwl", new MediaType("application", "csv", Map.of()))),
                    new Contender("byte loop by hand", CsvByHand::new),
                    new Contender("jackson-csv streaming", CsvWithJackson.Streaming::new),
                    new Contender("jackson-csv to maps", CsvWithJackson.Maps::new)),
            Map.of("jackson-csv streaming", "<= 0.5", "byte loop by hand", "floor"));

    private final String title;
    private final String how;
    private final Supplier<byte[]> input;
    private final Supplier<byte[]> sample;
    private final List<Contender> contenders;
    private final Map<String, String> goals;

    /**
     * @param input what is measured with
     * @param sample a smaller document of the same kind, on which the answers are compared
     * @param goals by the contenders' titles
     */
    Race(
            String title,
            String how,
            Supplier<byte[]> input,
            Supplier<byte[]> sample,
            List<Contender> contenders,
            Map<String, String> goals) {
        this.title = title;
        this.how = how;
        this.input = input;
        this.sample = sample;
        this.contenders = contenders;
        this.goals = goals;
    }

    /** Options for every contender's JVM. */
    List<String> options() {
        return this == CSV ? List.of("-Xmx1g") : List.of();
    }

    public String title() {
        return title;
    }

    public String how() {
        return how;
    }

    public byte[] input() {
        return input.get();
    }

    public byte[] sample() {
        return sample.get();
    }

    public List<Contender> contenders() {
        return contenders;
    }

    public Map<String, String> goals() {
        return goals;
    }
}
