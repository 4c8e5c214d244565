package org.broadsheet.article;

import com.carrotsearch.labs.langid.DetectedLanguage;
import com.carrotsearch.labs.langid.LangIdV3;
import com.carrotsearch.labs.langid.Model;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.Lazy;

/** Guesses the language of a text that is long enough for a guess. */
final class LanguageDetector {
    private static final int SHORTEST = 60;
    private static final double SURE = 0.9;

    private final Lazy<Model> model = new Lazy<>(Model::defaultModel);

    /** The language, when the text has at least {@value #SHORTEST} characters and leaves little doubt. */
    Optional<Locale> detect(String text) {
        if (text.length() < SHORTEST) {
            return Optional.empty();
        }
        // The classifier keeps the text between calls and is not for several threads; the model is.
        DetectedLanguage guess = new LangIdV3(model.get()).classify(text, true);
        return guess.getConfidence() < SURE
                ? Optional.empty()
                : Optional.of(Locale.forLanguageTag(guess.getLangCode()));
    }
}
