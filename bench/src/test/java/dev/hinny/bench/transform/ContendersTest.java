package dev.hinny.bench.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.bench.Values;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContendersTest {
    private static final String ITEMS = "\"items\"=[{\"code\"=\"SKU-102\", \"price\"=2.25, \"quantity\"=2}, "
            + "{\"code\"=\"SKU-103\", \"price\"=3.99, \"quantity\"=3}, {\"code\"=\"SKU-106\"";

    @ParameterizedTest
    @EnumSource
    void everyContenderMakesTheSameAnswer(Contender contender) {
        byte[] order = Orders.order();
        String answer = Values.canonical(contender.transform().apply(order));
        assertThat(answer)
                .isEqualTo(Values.canonical(Contender.HINNY.transform().apply(order)))
                .contains("\"customer\"=\"Ada Lovelace\"", "\"email\"=\"ada@example.org\"", "\"settled\"=true", ITEMS);
    }
}
