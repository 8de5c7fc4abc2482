package dev.hinny.policies.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.base.Problem;
import dev.hinny.gateway.api.PolicyCatalog;
import dev.hinny.gateway.api.PolicyProvider;
import dev.hinny.gateway.api.config.Schema;
import dev.hinny.gateway.api.config.Setting;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The contract of a policy. Everything is expected unless the policy declares that it lacks it. */
public abstract class PolicyTck {
    /** What a policy may lack. */
    public enum Lack {
        /** It goes around the request and cannot guard a proxy, whose requests stay on the event loop. */
        PROXY
    }

    protected abstract PolicyProvider<?> provider();

    protected Set<Lack> lacks() {
        return Set.of();
    }

    private Path page() {
        String folder = provider().getClass().getPackageName().replace('.', '/');
        return Path.of("src/main/java", folder, "README.md");
    }

    @Test
    void isInstalledAsAService() {
        PolicyCatalog catalog = PolicyCatalog.installed(getClass().getClassLoader());
        assertThat(catalog.find(provider().id()).orElseThrow().getClass()).isEqualTo(provider().getClass());
    }

    @Test
    void describesItselfAndEachSettingInASentence() {
        assertThat(provider().description()).endsWith(".");
        assertThat(provider().version()).matches("\\d+\\.\\d+\\.\\d+");
        for (RecordComponent component : provider().configuration().getRecordComponents()) {
            assertThat(component.getAnnotation(Setting.class).value()).as(component.getName()).endsWith(".");
        }
    }

    @Test
    void itsSchemaAndItsPageHaveEverySetting() throws Exception {
        String schema = Schema.of(provider().configuration());
        String page = java.nio.file.Files.readString(page());
        for (RecordComponent component : provider().configuration().getRecordComponents()) {
            assertThat(schema).contains("\"" + component.getName() + "\"");
            assertThat(page).contains("`" + component.getName() + "`");
        }
    }

    @Test
    void theExampleOfItsPageRunsInFrontOfEveryKindOfApi() throws Exception {
        Example example = Example.of(page());
        try (Stage stage = new Stage()) {
            List<String> urls = lacks().contains(Lack.PROXY) ? stage.urls().subList(0, 2) : stage.urls();
            for (String url : urls) {
                assertThat(stage.apply()).isEmpty();
                assertThat(stage.apply(Stage.bind(1, provider().id(), 1, example.configuration()))).isEmpty();
                example.run(stage, url);
            }
            assertThat(stage.failures).isEmpty();
        }
    }

    @Test
    void anUnknownSettingClosesTheApiAndIsReportedWithItsPlace() throws Exception {
        try (Stage stage = new Stage()) {
            List<Problem> problems = stage.apply(Stage.bind(1, provider().id(), 1, "{\n  \"noSuchKey\": 1\n}"));
            assertThat(problems).extracting(Problem::line).anySatisfy(line -> assertThat(line)
                    .startsWith("policy " + provider().id() + " of API 12:2:3: error: UNKNOWN-SETTING: "));
            assertThat(stage.get("/").statusCode()).isEqualTo(503);
            assertThat(stage.through).hasValue(0);
        }
    }

    @Test
    void servesManyRequestsAtOnceWithoutFailing() throws Exception {
        Example example = Example.of(page());
        try (Stage stage = new Stage();
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            stage.apply(Stage.bind(1, provider().id(), 1, example.configuration()));
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                answers.add(pool.submit(() -> stage.get("/").statusCode()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isLessThan(500);
            }
            assertThat(stage.failures).isEmpty();
        }
    }
}
