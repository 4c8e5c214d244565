package org.broadsheet.web;

import io.javalin.config.RoutesConfig;

/** A group of pages about one thing. */
public interface Pages {
    /** Says which addresses they answer. */
    void addTo(RoutesConfig routes);
}
