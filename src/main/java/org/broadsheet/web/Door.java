package org.broadsheet.web;

import java.util.List;
import org.broadsheet.config.Installation.Web;
import org.broadsheet.config.ListenAddress;
import org.broadsheet.config.Network;

/**
 * How the pages are reached.
 *
 * @param listen where the server listens; port 0 takes a free one
 * @param proxies whose word about a client's address is believed
 * @param encrypted whether readers reach the pages by https alone
 */
record Door(ListenAddress listen, List<Network> proxies, boolean encrypted) {
    Door {
        proxies = List.copyOf(proxies);
    }

    static Door of(Web web) {
        return new Door(
                web.listen(), web.proxies(), "https".equalsIgnoreCase(web.url().getScheme()));
    }
}
