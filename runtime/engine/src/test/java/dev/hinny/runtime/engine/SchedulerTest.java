package dev.hinny.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.runtime.api.Event;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    @Test
    void schedulersFireByFrequencyAndByCron() throws InterruptedException {
        try (App app = App.start("scheduled")) {
            Set<String> ids = new HashSet<>();
            boolean cron = false;
            int often = 0;
            while (!cron || often < 3) {
                Event event = Objects.requireNonNull(app.acme.recorded.poll(10, TimeUnit.SECONDS), "nothing fired");
                assertThat(ids.add(event.correlationId())).isTrue();
                assertThat(event.context().flow()).isNotEqualTo("stopped");
                cron |= event.context().flow().equals("cron");
                often += event.context().flow().equals("often") ? 1 : 0;
            }
        }
    }

    @Test
    void sourcesStartAndStopOneByOne() throws InterruptedException {
        try (App app = App.start("scheduled", h -> h.withSources(flow -> false))) {
            assertThat(app.acme.recorded.poll(50, TimeUnit.MILLISECONDS)).isNull();
            app.runtime.startSource("stopped");
            assertThat(Objects.requireNonNull(app.acme.recorded.poll(5, TimeUnit.SECONDS))
                            .context()
                            .flow())
                    .isEqualTo("stopped");
            app.runtime.stopSource("stopped", java.time.Duration.ofSeconds(1));
        }
    }
}
