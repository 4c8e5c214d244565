package org.broadsheet.cli;

import picocli.CommandLine.IVersionProvider;

/** The version, as the build wrote it into the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {
            "Broadsheet " + (version == null ? "(not packaged)" : version) + " on Java "
                    + Runtime.version().feature()
        };
    }
}
