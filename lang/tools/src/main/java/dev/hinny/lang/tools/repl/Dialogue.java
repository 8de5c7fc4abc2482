package dev.hinny.lang.tools.repl;

import dev.hinny.base.ProblemException;
import dev.hinny.lang.tools.DeepThread;
import dev.hinny.lang.tools.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Answers one text after the other, for a terminal or a pipe. */
final class Dialogue {
    private final Session session;
    private final Commands commands;
    private final PrintWriter out;
    private final PrintWriter err;
    private volatile DeepThread.@Nullable Running<String> running;

    Dialogue(Session session, PrintWriter out, PrintWriter err) {
        this.session = session;
        this.commands = new Commands(session);
        this.out = out;
        this.err = err;
    }

    boolean ended() {
        return commands.ended();
    }

    /** Stops waiting for the text that is being evaluated. */
    void cancel() {
        DeepThread.Running<String> now = running;
        if (now != null) {
            now.cancel();
        }
    }

    /** Answers a text; whether it went well. */
    boolean answer(String text) throws InterruptedException {
        if (Completeness.isNothing(text)) {
            return true;
        }
        DeepThread.Running<String> now = DeepThread.start(
                () -> text.stripLeading().startsWith(":") ? commands.run(text) : session.evaluate(text));
        running = now;
        try {
            out.print(now.result().get());
            out.flush();
            return true;
        } catch (CancellationException e) {
            tell("cancelled");
        } catch (ExecutionException e) {
            explain(e.getCause(), text);
        } finally {
            running = null;
        }
        return false;
    }

    private void explain(@Nullable Throwable failure, String text) {
        switch (failure) {
            case ProblemException told -> {
                session.render(told, text).forEach(this::tell);
                if (Commands.NAMES.contains(":" + text.strip()) || text.strip().equals("exit")) {
                    tell("hint: commands begin with a colon: ':" + text.strip() + "'");
                }
            }
            case UsageException told -> tell(told.text());
            case null -> tell("failed");
            default -> tell(failure.toString());
        }
    }

    private void tell(String line) {
        err.println(line);
        err.flush();
    }

    /** Answers all texts of a pipe: no prompts; status 1 when one of them failed. */
    int pipe(BufferedReader in) throws IOException, InterruptedException {
        boolean well = true;
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !ended(); line = in.readLine()) {
            boolean ends = line.isBlank() && !text.isEmpty();
            text.append(line).append('\n');
            if (ends || Completeness.isWhole(text.toString())) {
                well &= answer(text.toString().stripTrailing());
                text.setLength(0);
            }
        }
        if (!text.isEmpty() && !ended()) {
            well &= answer(text.toString().stripTrailing());
        }
        return well ? 0 : 1;
    }
}
