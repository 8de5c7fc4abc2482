package dev.hinny.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hinny.http.Attribute;
import dev.hinny.http.Body;
import dev.hinny.http.Headers;
import dev.hinny.http.HeadersBuilder;
import dev.hinny.http.Request;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private static Exchange exchange(Headers headers) {
        return new Exchange(
                Request.of("GET", "/", headers, Body.empty()), new ApiContext(1, "", "", ""), Contracts.none());
    }

    @Test
    void theCallersCorrelationIdIsTakenOver() {
        Exchange exchange = exchange(Headers.of("X-Correlation-ID", "abc"));
        assertThat(exchange.correlationId()).isEqualTo("abc");
        assertThat(exchange.hasChanges()).isFalse();
    }

    @Test
    void aFreshCorrelationIdReachesTheApiAndStaysTheSame() {
        Exchange exchange = exchange(Headers.empty());
        String id = exchange.correlationId();
        assertThat(id).isNotEmpty().isEqualTo(exchange.correlationId());
        assertThat(exchange.forwarded().headers().first("x-correlation-id")).contains(id);
    }

    @Test
    void headerChangesLeaveTheRequestAloneAndCanBeMadeAgainElsewhere() {
        Exchange exchange = exchange(Headers.of("a", "1", "b", "2"));
        exchange.setHeader("a", "x").addHeader("a", "y").removeHeader("b");
        assertThat(exchange.request().headers().all("a")).containsExactly("1");
        assertThat(exchange.headers().all("a")).containsExactly("x", "y");
        assertThat(exchange.forwarded().headers().contains("b")).isFalse();
        HeadersBuilder elsewhere = Headers.builder().add("b", "9").add("c", "3");
        exchange.applyChanges(elsewhere);
        assertThat(elsewhere.build().all("a")).isEqualTo(List.of("x", "y"));
        assertThat(elsewhere.build().names()).containsExactlyInAnyOrder("c", "a");
        assertThatIllegalArgumentException().isThrownBy(() -> exchange.setHeader("a", "x\r\ny: z"));
        assertThat(exchange.headers().all("a")).containsExactly("x", "y");
    }

    @Test
    void whatAPolicyLeavesIsSeenOnTheForwardedRequest() {
        Attribute<String> key = Attribute.named("key");
        Exchange exchange = exchange(Headers.empty());
        exchange.attribute(key, "v");
        exchange.setHeader("a", "1");
        assertThat(exchange.forwarded().attribute(key)).contains("v");
    }
}
