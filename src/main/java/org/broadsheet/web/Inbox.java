package org.broadsheet.web;

import java.util.List;
import java.util.Optional;

/** The mails that the demo's mail server took. */
public interface Inbox {
    /** All of them; their place in the list is their number, from 1. */
    List<Item> mails();

    /** The newsletters, whose archives are linked. */
    List<Title> newsletters();

    /** A picture of the sample feeds. */
    Optional<byte[]> picture(String name);

    /** A mail. */
    record Item(String from, String to, String subject, String html, String plain, String source) {}

    /** A newsletter's id and name. */
    record Title(String id, String title) {}
}
