package org.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in {@code broadsheet.yml}, at their place. */
class ProblemsOfInstallationTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smtp: {port: eighty}|5:14: smtp.port: 'eighty' is not a whole number",
                "smtp: {port: 0}|5:14: smtp.port: '0' is not a whole number from 1 to 65535",
                "smtp: {port: 99999999999999999999}|"
                        + "5:14: smtp.port: '99999999999999999999' is not a whole number from 1 to 65535",
                "smtp: {port: ٢٥}|5:14: smtp.port: '٢٥' is not a whole number",
                "smtp: {security: startls}|5:18: smtp.security: 'startls' is not one of starttls, tls, none;"
                        + " did you mean \"starttls\"?",
                "smtp: {username: anna}|5:7: smtp: username and password go together",
                "smtp: {timeout: 30}|5:17: smtp.timeout: '30' is not a duration such as 15m, 2h or 7d",
                "smtp: {timeout: 0s}|5:17: smtp.timeout: '0s' is no time at all; write a duration such as 15m or 2h",
                "smtp: [a]|5:7: smtp: must be a mapping with the keys host, port, security, username, password,"
                        + " auth, connections, mails-per-connection, idle, timeout, outbox, relays, not a list",
                "web: {listen: 8080}|5:15: web.listen: '8080' is not host:port, such as 127.0.0.1:8080",
                "web: {url: pages}|5:7: web.url: must begin with http:// or https://",
                "database: {url: \"jdbc:mysql://x\"}|5:17: database.url: must be jdbc:sqlite:PATH or"
                        + " jdbc:postgresql://HOST/NAME; other databases are not supported",
                "fetch: {max-size: 10}|5:19: fetch.max-size: '10' is not a size such as 500KB or 10MB",
                "fetch: {allow-hosts: [a, ~]}|5:26: fetch.allow-hosts[1]: has no value; write one, or remove the key",
                "retry: {first: 5h}|5:9: retry.first: must not be longer than `longest`",
                "publsher: x|5:1: publsher: unknown key; did you mean \"publisher\"?",
            })
    void reportsAMistakeAtItsPlace(String line, String headline) {
        Folder folder = new Folder(directory).installation(Folder.INSTALLATION + line + "\n");
        assertThat(folder.headlines()).containsExactly("broadsheet.yml:" + headline);
    }

    @Test
    void reportsABadSender() {
        Folder folder = new Folder(directory)
                .installation(Folder.INSTALLATION.replace("Broadsheet <news@example.org>", "Broadsheet <news>"));
        assertThat(folder.headlines())
                .containsExactly("broadsheet.yml:4:9: publisher.from: 'news' is not an e-mail address");
    }

    @Test
    void countsColumnsInCharactersEvenBehindAnEmoji() {
        Folder folder = new Folder(directory)
                .installation(Folder.INSTALLATION.replace("publisher:", "\"😀\": {}\npublisher:")
                        + "smtp: {host: \"😀\", prot: 1}\n");
        assertThat(folder.headlines()).endsWith("broadsheet.yml:6:19: smtp.prot: unknown key; did you mean \"port\"?");
        assertThat(folder.printed()).endsWith("\n    " + " ".repeat(18) + "^");
    }
}
