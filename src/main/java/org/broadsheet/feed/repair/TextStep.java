package org.broadsheet.feed.repair;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A repair of a feed's text, before it can be read as XML. Each one alone leaves a sound text as it is.
 *
 * @param mend gives a better text, or an equal one when there is nothing to mend
 */
record TextStep(Repair repair, UnaryOperator<String> mend) {
    /**
     * In the order in which they are tried: what hides the feed comes first, then what no character of it may be, then
     * what the characters make up.
     */
    static final List<TextStep> ALL = List.of(
            new TextStep(Repair.JUNK, Junk::remove),
            new TextStep(Repair.SECTIONS, Sections::close),
            new TextStep(Repair.DOCTYPE, Doctype::remove),
            new TextStep(Repair.CHARACTERS, Characters::removeForbidden),
            new TextStep(Repair.ENTITIES, Entities::declareAll),
            new TextStep(Repair.AMPERSANDS, Ampersands::escapeBare),
            new TextStep(Repair.BRACKETS, Brackets::escapeBare),
            new TextStep(Repair.ATTRIBUTES, Attributes::quote),
            new TextStep(Repair.PREFIXES, Prefixes::declare));
}
