package org.broadsheet.web;

import java.util.List;

/** Options under one heading. */
public record OptionGroup(String label, List<Option> options) {
    public OptionGroup {
        options = List.copyOf(options);
    }
}
