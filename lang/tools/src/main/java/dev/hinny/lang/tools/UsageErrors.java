package dev.hinny.lang.tools;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a wrong usage in one line and where the help is, instead of the whole help with the error scrolled away. */
public final class UsageErrors implements IParameterExceptionHandler {
    /** Makes a command line tell its errors this way and, with all its commands, its version. */
    public static void install(CommandLine root, String... version) {
        root.setParameterExceptionHandler(new UsageErrors());
        version(root, version);
    }

    private static void version(CommandLine command, String... version) {
        command.getCommandSpec().version(version);
        command.getSubcommands().values().forEach(below -> version(below, version));
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        PrintWriter err = command.getErr();
        err.println(name + ": " + message(failure));
        err.println("try '" + name + " --help'");
        err.flush();
        return ScriptCommand.USAGE;
    }

    private static String message(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().getFirst();
            List<String> meant = unmatched.getSuggestions();
            String hint = meant.isEmpty() ? "" : " (did you mean '" + meant.getFirst() + "'?)";
            return unmatched.isUnknownOption()
                    ? "there is no option '" + first + "'" + hint
                    : "'" + first + "' is one argument too many" + hint;
        }
        String told = String.valueOf(failure.getMessage());
        return failure instanceof MissingParameterException ? "m" + told.substring(1) : told;
    }
}
