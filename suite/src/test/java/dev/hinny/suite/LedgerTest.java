package dev.hinny.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Covers;
import dev.hinny.base.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Ledger LEDGER = Ledger.read();
    private static final CoversScan SCAN = CoversScan.of(Repository.classes("test"));

    @Test
    void everyClaimNamesAFeatureOfTheLedger() {
        Set<String> ids = LEDGER.components().keySet();
        Set<String> unknown = new TreeSet<>();
        SCAN.claims().forEach((id, tests) -> {
            if (!ids.contains(id) && !tests.stream().allMatch(t -> t.startsWith(Sample.class.getName()))) {
                unknown.add("'" + id + "' on " + tests + ": "
                        + Suggestion.didYouMean(id, ids, "see docs/features.tsv for the ids"));
            }
        });
        assertThat(unknown)
                .as("@Covers with ids that docs/features.tsv does not have")
                .isEmpty();
    }

    @Test
    void noTestIsSwitchedOff() {
        assertThat(SCAN.disabled())
                .as("tests with @Disabled; mend or delete them")
                .isEmpty();
    }

    @Test
    void buildSaysHowManyFeaturesAreProven() throws IOException {
        Set<String> proven = new TreeSet<>(SCAN.claims().keySet());
        proven.retainAll(LEDGER.components().keySet());
        Path report = Repository.ROOT.resolve("target/ledger.txt");
        Files.createDirectories(report.getParent());
        Files.writeString(report, LEDGER.report(proven));
        System.out.println(LEDGER.sum(proven));
        assertThat(report).content().endsWith(LEDGER.sum(proven) + "\n");
    }

    @Test
    void scanFindsClaimsOnClassesAndMethods() {
        CoversScan scan = CoversScan.of(List.of(Repository.ROOT.resolve("suite/target/test-classes")));
        assertThat(scan.claims())
                .containsEntry("SAMPLE-1", Set.of(Sample.class.getName()))
                .containsEntry("SAMPLE-2", Set.of(Sample.class.getName() + ".method"))
                .containsEntry("SAMPLE-3", Set.of(Sample.class.getName() + ".method"));
    }

    @Covers("SAMPLE-1")
    static final class Sample {
        @Covers({"SAMPLE-2", "SAMPLE-3"})
        void method() {}
    }
}
