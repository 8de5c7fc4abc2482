package dev.hinny.lang.tools;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** Runs the real command in this process; it writes bytes to the process's standard output. */
public final class Tool {
    private Tool() {}

    /** How a run ended. */
    public record Run(int status, String out, String err) {}

    public static Run run(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int status = run(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err, arguments);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString());
    }

    static int run(InputStream input, OutputStream output, StringWriter err, String... arguments) {
        InputStream in = System.in;
        PrintStream out = System.out;
        PrintStream written = new PrintStream(output, true, StandardCharsets.UTF_8);
        System.setIn(input);
        System.setOut(written);
        try {
            return Main.commandLine()
                    .setOut(new PrintWriter(written, true))
                    .setErr(new PrintWriter(err, true))
                    .execute(arguments);
        } finally {
            System.setIn(in);
            System.setOut(out);
        }
    }
}
