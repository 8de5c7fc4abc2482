package dev.hinny.dist;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the version in the jar's manifest and the Java that runs it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {"hinny " + (version == null ? "unpackaged" : version), "java " + Runtime.version()};
    }
}
