package org.broadsheet.net;

import java.util.List;

/** Looks up texts in the DNS. */
public interface TxtRecords {
    /**
     * The TXT records of a name, each with its parts joined; none when there is no such name.
     *
     * @throws org.broadsheet.Failure when the DNS does not answer
     */
    List<String> of(String name);
}
