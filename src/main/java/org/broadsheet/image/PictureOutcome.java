package org.broadsheet.image;

/** What became of a picture that was wanted. */
public sealed interface PictureOutcome {
    /** It is here, in the size that was wanted. */
    record Made(Picture picture) implements PictureOutcome {}

    /**
     * What the server has is of no use, and will not soon be.
     *
     * @param reason in a few words for the admin
     */
    record Unusable(String reason) implements PictureOutcome {}

    /**
     * The server could not be asked, or was too slow or too busy.
     *
     * @param reason in a few words for the admin
     */
    record Unreachable(String reason) implements PictureOutcome {}
}
