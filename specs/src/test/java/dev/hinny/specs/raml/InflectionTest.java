package dev.hinny.specs.raml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflectionTest {
    @ParameterizedTest
    @CsvSource({
        "singularize, users, user",
        "singularize, userCategories, userCategory",
        "singularize, statuses, status",
        "singularize, people, person",
        "singularize, address, address",
        "pluralize, city, cities",
        "pluralize, box, boxes",
        "pluralize, day, days",
        "pluralize, users, users",
        "uppercase, userId, USERID",
        "lowercase, userId, userid",
        "lowercamelcase, user-id, userId",
        "lowercamelcase, UserId, userId",
        "uppercamelcase, user_id, UserId",
        "lowerunderscorecase, userId, user_id",
        "upperunderscorecase, userId, USER_ID",
        "lowerhyphencase, userId, user-id",
        "upperhyphencase, userId, USER-ID"
    })
    void changesWords(String function, String from, String to) {
        assertThat(Inflection.apply(function, from)).contains(to);
    }
}
