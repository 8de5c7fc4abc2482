package dev.hinny.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTableTest {
    private final RoutingTable table = RoutingTable.EMPTY.next(List.of(
            rule("orders.example.com", "/", "/", "exact"),
            rule("orders.example.com", "/v1", "/", "exact-v1"),
            rule("orders.example.com", "/v1/beta/", "/", "exact-beta"),
            rule("*.example.com", "/", "/", "wildcard"),
            rule("*.eu.example.com", "/", "/", "nearer-wildcard"),
            rule("only.test", "/api/", "/", "api"),
            rule("*", "/", "/", "everybody")));

    @ParameterizedTest
    @CsvSource({
        "orders.example.com, /, exact",
        "orders.example.com, /v1, exact-v1",
        "orders.example.com, /v1/x, exact-v1",
        "orders.example.com, /v1x, exact",
        "orders.example.com, /v1/beta, exact-v1",
        "orders.example.com, /v1/beta/y, exact-beta",
        "orders.example.com., /v1, exact-v1",
        "stock.example.com, /v1, wildcard",
        "a.b.example.com, /, wildcard",
        "a.eu.example.com, /, nearer-wildcard",
        "example.com, /, everybody",
        "'', /, everybody",
        "only.test, /api/x, api",
    })
    void hostComesFirstThenTheLongestPrefixOfWholeSegments(String host, String path, String application) {
        assertThat(find(table, host, path).application()).isEqualTo(application);
    }

    @Test
    void hostWithRulesOfItsOwnDoesNotFallBackToOthers() {
        assertThat(RoutingTable.forPath(table.forHost("only.test"), "/other")).isNull();
    }

    @Test
    void unknownHostHasNoRoutesWithoutARuleForEverybody() {
        assertThat(RoutingTable.EMPTY
                        .next(List.of(rule("a.test", "/", "/", "a")))
                        .forHost("b.test"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/hello/, /test/, /hello/world/, /test/world/",
        "/hello/, /test, /hello/world, /test/world",
        "/hello, /, /hello/world, /world",
        "/hello, /, /hello, /",
        "/hello, '', /hello, /",
        "/, /base, /x, /base/x",
        "/hello/, /, /hello//x%2Fy, /x%2Fy",
    })
    void targetPathTakesThePrefixesPlace(String prefix, String target, String path, String expected) {
        assertThat(new Route(rule("*", prefix, target, "a"), List.of()).rewrite(path))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/../b", "/..", "/a/.", "/./b", "/a/%2e%2E/b", "/a/.%2e", "/%2e/b"})
    void pathThatClimbsIsSeen(String path) {
        assertThat(Router.climbs(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a/b", "/a/..b", "/a/b..", "/.well-known/x", "/a/...", "/a%2eb/%2ex", "*"})
    void pathThatDoesNotClimbIsLeftAlone(String path) {
        assertThat(Router.climbs(path)).isFalse();
    }

    @Test
    void backendThatStaysKeepsItsHealthAcrossTables() {
        EdgeConfig.Rule rule = rule("a.test", "/", "/", "a");
        RoutingTable first = RoutingTable.EMPTY.next(List.of(rule));
        Backend backend = find(first, "a.test", "/").backend(0);
        RoutingTable second = first.next(List.of(rule, rule("b.test", "/", "/", "b")));
        assertThat(find(second, "a.test", "/").backend(0)).isSameAs(backend);
    }

    @Test
    void failedBackendIsSetAsideThenTriedByOneRequestAtATime() {
        Backend backend = new Backend(new EdgeConfig.Target("r", false, "127.0.0.1", 1));
        long now = System.nanoTime();
        assertThat(backend.available(now)).isTrue();
        backend.failed(now);
        backend.failed(now);
        assertThat(backend.available(System.nanoTime())).isFalse();
        long later = System.nanoTime() + 150_000_000L;
        assertThat(backend.available(later))
                .as("two requests of one failure count once")
                .isTrue();
        assertThat(backend.available(later)).as("one at a time").isFalse();
        backend.answered();
        assertThat(backend.available(later)).isTrue();
    }

    private static Route find(RoutingTable table, String host, String path) {
        return RoutingTable.forPath(table.forHost(host), path);
    }

    private static EdgeConfig.Rule rule(String host, String prefix, String target, String application) {
        return new EdgeConfig.Rule(
                host,
                prefix,
                target,
                application,
                List.of(new EdgeConfig.Target(application + "-1", false, "127.0.0.1", 9)));
    }
}
