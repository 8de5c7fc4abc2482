package dev.hinny.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContractsTest {
    /** What {@code printf '\1\2\3secret' | sha256sum} gives, with the salt 01 02 03. */
    private static final String HASH = "sha256:1:AQID:FxMAkg9GI2nT0rf4hDBNJf2Vh8EwKzGkR0pJt7h7zwY";

    private static ApiConfig.Contract contract(String id, String hash) {
        return new ApiConfig.Contract(new ClientApplication("shop", id, "", List.of()), hash);
    }

    @Test
    void onlyTheRightSecretOfAKnownClientFits() {
        String hash = Hashes.of("secret");
        Contracts contracts = Contracts.of(List.of(contract("a", hash), contract("b", "bcrypt:10:x:y")));
        assertThat(contracts.find("a")).isPresent();
        assertThat(contracts.find("c")).isEmpty();
        assertThat(contracts.verify("a", "secret")).isPresent();
        assertThat(contracts.verify("a", "Secret")).isEmpty();
        assertThat(contracts.verify("a", "")).isEmpty();
        assertThat(contracts.verify("c", "secret")).isEmpty();
        assertThat(contracts.verify("b", "secret")).isEmpty();
        assertThat(contracts.unverifiable()).containsExactly("b");
    }

    @Test
    void theHashIsOfTheSaltAndThenTheSecret() {
        assertThat(SecretHash.parse(HASH).orElseThrow().matches("secret")).isTrue();
    }

    @Test
    void otherFormsAreNotRead() {
        for (String text : List.of("", "sha256:1:AQID", "sha256:2:AQID:AQID", "sha1:1:AQID:AQID", "sha256:1:AQID:AQID",
                "sha256:1:??:" + HASH.substring(14), HASH + ":x")) {
            assertThat(SecretHash.parse(text)).as(text).isEmpty();
        }
    }
}
