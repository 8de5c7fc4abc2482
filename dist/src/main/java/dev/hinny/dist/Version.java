package dev.hinny.dist;

/** What {@code --version} prints: the version in the jar's manifest and the Java that runs it. */
final class Version {
    private Version() {}

    static String[] lines() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {"hinny " + (version == null ? "unpackaged" : version), "java " + Runtime.version()};
    }
}
