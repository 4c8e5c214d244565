package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    @Test
    void onlyThePasswordMatches() {
        PasswordHash hash = PasswordHash.of("Grüße an alle", new SecureRandom());
        PasswordHash read = PasswordHash.parse(" " + hash.written() + " ");
        assertThat(read).isEqualTo(hash);
        assertThat(read.matches("Grüße an alle")).isTrue();
        assertThat(read.matches("Grusse an alle")).isFalse();
        assertThat(read.matches("")).isFalse();
    }

    @Test
    void onePasswordHasManyHashesAndNoneIsPrinted() {
        PasswordHash one = PasswordHash.of("the same password", new SecureRandom());
        assertThat(PasswordHash.of("the same password", new SecureRandom())).isNotEqualTo(one);
        assertThat(one).hasToString("***");
    }

    /** Computed by OpenSSL's {@code kdf}. */
    @Test
    void isThePbkdf2OfOthers() {
        PasswordHash hash = PasswordHash.parse(
                "pbkdf2-sha256:100000:c2FsdHNhbHRzYWx0c2FsdA:T78tEi_mr8Yageny_jk6s5-Qanjd3ceXdjwOeEhX6bQ");
        assertThat(hash.matches("password")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "pbkdf2-sha256:1000:ssssssssssssssssssssss:kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk",
                "pbkdf2-sha256:99999999:ssssssssssssssssssssss:kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk",
                "pbkdf2-sha256:600000:short:kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"
            })
    void refusesWhatIsNoHash(String text) {
        assertThatThrownBy(() -> PasswordHash.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
