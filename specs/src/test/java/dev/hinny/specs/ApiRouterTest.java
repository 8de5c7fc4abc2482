package dev.hinny.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiRouterTest {
    private final ApiRouter router = ApiRouter.of(Specs.text("""
        #%RAML 1.0
        title: T
        /:
          get:
        /users:
          get:
          post:
          /me:
            get:
          /{id}:
            get:
            delete:
            /photo.{ext}:
              get:
          /{id}.json:
            get:
          /me/friends/{friend}:
            get:
        /export{mediaTypeExtension}:
          get:
        /range/{from}-{to}:
          get:
        /a b:
          get:
        """).api().orElseThrow());

    @ParameterizedTest
    @CsvSource({
        "/, /, {}",
        "/users, /users, {}",
        "/users/, /users, {}",
        "/users/me, /users/me, {}",
        "/users/7, /users/{id}, {id=7}",
        "/users/me/photo.png, /users/{id}/photo.{ext}, '{id=me, ext=png}'",
        "/users/7.json, /users/{id}.json, {id=7}",
        "/users/me/friends/x%2Fy%20z, /users/me/friends/{friend}, {friend=x/y z}",
        "/export, /export{mediaTypeExtension}, {mediaTypeExtension=}",
        "/export.csv, /export{mediaTypeExtension}, {mediaTypeExtension=.csv}",
        "/range/1-2, /range/{from}-{to}, '{from=1, to=2}'",
        "/a%20b, /a b, {}",
        "/users/%zz?x=1, /users/{id}, {id=%zz}"
    })
    void findsTheResource(String path, String resource, String parameters) {
        assertThat(router.match("GET", path)).isInstanceOfSatisfying(ApiRouter.Match.Found.class, found -> {
            assertThat(found.resource().path()).isEqualTo(resource);
            assertThat(found.uriParameters()).hasToString(parameters);
        });
    }

    @ParameterizedTest
    @CsvSource({"/nothing", "/users/7/8", "/exports", "/range/1-", "/users//"})
    void knowsWhatIsNoResource(String path) {
        assertThat(router.match("GET", path)).isEqualTo(new ApiRouter.Match.NoResource());
    }

    @Test
    void tellsTheAllowedMethods() {
        assertThat(router.match("PUT", "/users"))
                .isInstanceOfSatisfying(
                        ApiRouter.Match.MethodNotAllowed.class,
                        no -> assertThat(no.allowed()).containsExactly("GET", "POST"));
    }

    @Test
    void passesParametersInTheOrderOfThePath() {
        ApiRouter.Match.Found found = (ApiRouter.Match.Found) router.match("get", "/users/9/photo.gif");
        assertThat(found.uriParameters()).isEqualTo(Map.of("id", "9", "ext", "gif"));
        assertThat(found.operation().method()).isEqualTo("get");
    }
}
