package dev.hinny.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hinny.http.Body;
import dev.hinny.http.Headers;
import dev.hinny.http.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestExpressionTest {
    private static final Exchange EXCHANGE = new Exchange(
            Request.of("PUT", "/a%20b?q=1&q=2", Headers.of("client_id", "me"), Body.empty()),
            new ApiContext(1, "", "", ""),
            Contracts.none());

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "#[attributes.headers['client_id']],me",
                "#[attributes.headers['Client_ID']],me",
                "#[ attributes.headers[\"client_id\"] ],me",
                "#[attributes.headers.client_id],me",
                "#[attributes.headers.'client_id'],me",
                "#[attributes.queryParams['q']],1",
                "#[attributes.queryParams.\"q\"],1",
                "#[attributes.method],PUT",
                "#[attributes.requestPath],/a b",
                "#['fixed'],fixed",
                "plain,plain"
            })
    void knownFormsAreEvaluated(String text, String value) {
        assertThat(RequestExpression.compile(text).orElseThrow().value(EXCHANGE)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#[payload.client_id]",
                "#[attributes.headers['a'] ++ 'b']",
                "#[attributes.queryParam['a']]",
                "#[attributes.headers['$(x)']]",
                "#[attributes.headers['a'",
                "#[]"
            })
    void otherFormsAreNot(String text) {
        assertThat(RequestExpression.compile(text)).isEmpty();
    }

    @Test
    void whatTheRequestDoesNotHaveIsEmpty() {
        assertThat(RequestExpression.compile("#[attributes.headers['none']]").orElseThrow().value(EXCHANGE)).isEmpty();
        assertThat(RequestExpression.compile("#[authentication.principal]").orElseThrow().value(EXCHANGE)).isEmpty();
    }
}
