package org.broadsheet.feed.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {
    private static final String TEXT = "<rss><title>Grüße, „Ägypten“ – 10 €</title></rss>";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void believesAByteOrderMarkBeforeAllElse(String charset) {
        byte[] bytes = ("\ufeff" + TEXT).getBytes(Charset.forName(charset));

        assertThat(Decoder.decode(bytes, Optional.of("text/xml; charset=koi8-r"))
                        .text())
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void knowsWideCharactersWithoutAMark(String charset) {
        assertThat(decode(TEXT.getBytes(Charset.forName(charset))).text()).isEqualTo(TEXT);
    }

    @Test
    void believesTheHeaderBeforeTheDeclaration() {
        byte[] bytes = declared("UTF-8", "Привет").getBytes(Charset.forName("windows-1251"));

        Decoded decoded = Decoder.decode(bytes, Optional.of("application/rss+xml; charset=\"Windows-1251\""));

        assertThat(decoded).isEqualTo(new Decoded(declared("UTF-8", "Привет"), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"windows-1251", "KOI8-R", "Shift_JIS", "EUC-JP", "ISO-2022-JP", "GB18030", "Big5", "EUC-KR"})
    void believesTheDeclaration(String charset) {
        String words = charset.matches("win.*|KOI.*") ? "Привет, мир" : charset.equals("EUC-KR") ? "안녕하세요" : "日本";
        String text = declared(charset, words);

        assertThat(decode(text.getBytes(Charset.forName(charset)))).isEqualTo(new Decoded(text, List.of()));
    }

    @Test
    void readsOldNamesAsTheirLargerHeirs() {
        String text = declared("ISO-8859-1", "„10 €“");

        assertThat(decode(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(new Decoded(text, List.of()));
    }

    @Test
    void knowsUtf8WhateverIsDeclared() {
        String text = declared("ISO-8859-1", "Grüße");

        assertThat(decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(new Decoded(text, List.of(Repair.CHARSET)));
    }

    @Test
    void knowsThatLatinIsNoUtf8() {
        String text = declared("UTF-8", "Grüße");

        assertThat(decode(text.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(new Decoded(text, List.of(Repair.CHARSET)));
    }

    @Test
    void mendsSingleBytesOfAnotherCharset() {
        byte[] bytes = "<t>Grüße aus München und Köln, x".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0x80;

        assertThat(decode(bytes)).isEqualTo(new Decoded("<t>Grüße aus München und Köln, €", List.of(Repair.BYTES)));
    }

    @Test
    void leavesAHalfCharacterAtTheEndOut() {
        byte[] bytes = "<t>Grüße ü".getBytes(StandardCharsets.UTF_8);

        assertThat(decode(java.util.Arrays.copyOf(bytes, bytes.length - 1)))
                .isEqualTo(new Decoded("<t>Grüße ", List.of()));
    }

    @Test
    void guessesACyrillicCharsetThatNobodyNames() {
        String text = "<rss><title>" + "Сегодня в городе открылась новая библиотека для детей и взрослых. ".repeat(5)
                + "</title></rss>";

        assertThat(decode(text.getBytes(Charset.forName("windows-1251"))).text())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-unknown", "utf 8", "\u0000", "UTF-16", "..."})
    void readsUtf8WhenTheNameMeansNothing(String name) {
        String text = declared(name, "Grüße");

        assertThat(decode(text.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(text);
    }

    private static String declared(String charset, String title) {
        return "<?xml version=\"1.0\" encoding=\"" + charset + "\"?><rss><title>" + title + "</title></rss>";
    }

    private static Decoded decode(byte[] bytes) {
        return Decoder.decode(bytes, Optional.empty());
    }
}
