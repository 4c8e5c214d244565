package org.broadsheet.config;

/** How a newsletter's mails show the pictures of stories. */
public enum Images {
    /** Mail programs load them from the sources, which so learn who reads when. */
    LINK,
    /** The mail carries them, small, and nobody is asked when it is read. */
    EMBED,
    /** There are none. */
    NONE
}
