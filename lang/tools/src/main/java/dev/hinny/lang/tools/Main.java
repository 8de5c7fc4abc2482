package dev.hinny.lang.tools;

import picocli.CommandLine;

/** The language without the platform: {@code java -jar hinny-dw.jar -s '1 + 1'}. */
public final class Main {
    private static final int WIDTH = 120;
    private static final int DEFECT = 70;

    private Main() {}

    public static void main(String[] arguments) {
        // The library of a format logs; a tool whose errors people read has no log.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine root = new CommandLine(new ScriptCommand());
        root.addSubcommand(new LanguageServerCommand());
        String version = Main.class.getPackage().getImplementationVersion();
        UsageErrors.install(
                root, "hinny-dw " + (version == null ? "unpackaged" : version), "java " + Runtime.version());
        root.setUsageHelpWidth(WIDTH);
        root.setExecutionExceptionHandler((failure, command, parsed) -> {
            failure.printStackTrace(root.getErr());
            return DEFECT;
        });
        return root;
    }
}
