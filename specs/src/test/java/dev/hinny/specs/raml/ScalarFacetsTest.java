package dev.hinny.specs.raml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarFacetsTest {
    @ParameterizedTest
    @CsvSource({"a+, ^a+$", "^a, ^a$", "a$, ^a$", "^a|b, ^(?:a|b)$", "^a|b$, ^a|b$", "'a\\$', '^a\\$$'"})
    void patternsDescribeTheWholeText(String written, String meant) {
        assertThat(ScalarFacets.whole(written)).isEqualTo(meant);
    }
}
