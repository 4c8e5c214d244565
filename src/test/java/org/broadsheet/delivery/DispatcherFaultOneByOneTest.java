package org.broadsheet.delivery;

/** The same promises to a server that takes one command at a time. */
class DispatcherFaultOneByOneTest extends DispatcherFaultTest {
    @Override
    boolean together() {
        return false;
    }
}
