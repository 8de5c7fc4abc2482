package dev.hinny.bench.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.MediaType;
import dev.hinny.bench.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContendersTest {
    private static final String ITEMS = "\"items\"=[{\"code\"=\"SKU-102\", \"price\"=2.25, \"quantity\"=2}, "
            + "{\"code\"=\"SKU-103\", \"price\"=3.99, \"quantity\"=3}, {\"code\"=\"SKU-106\"";

    @ParameterizedTest
    @EnumSource
    void everyContenderMakesTheSameAnswer(Race race) {
        new TransformWorkload(race).compare();
    }

    @Test
    void theSmallAnswerIsThatOfTheOrder() {
        byte[] answer = Race.TRANSFORM.contenders().getFirst().transform().apply(Orders.order());
        assertThat(Values.canonical(answer))
                .contains("\"customer\"=\"Ada Lovelace\"", "\"email\"=\"ada@example.org\"", "\"settled\"=true", ITEMS);
    }

    @Test
    void theScriptThatIsStartedHasAnAnswer() {
        byte[] answer = new HinnyTransform("/start.dwl", MediaType.JSON).apply(Orders.order());
        assertThat(Values.canonical(answer)).contains("\"total\"=", "\"note\"=\"Leave it a...\"");
    }
}
