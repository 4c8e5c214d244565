package org.broadsheet.mail;

import java.util.Locale;
import org.broadsheet.edition.RenderedEdition;

/**
 * An edition as it is to be mailed.
 *
 * @param newsletter the newsletter's id
 * @param title the newsletter's name, as readers see it
 */
public record EditionMail(
        String editionId, String newsletter, String title, Locale language, RenderedEdition rendered) {}
