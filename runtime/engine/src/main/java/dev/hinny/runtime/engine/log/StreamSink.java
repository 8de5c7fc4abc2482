package dev.hinny.runtime.engine.log;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Lines of JSON into a stream; a stream that is gone loses them. */
public final class StreamSink implements LogSink {
    private final OutputStream out;

    public StreamSink(OutputStream out) {
        this.out = new BufferedOutputStream(out, 64 << 10);
    }

    /** What {@code System.out} is now. */
    public static StreamSink standardOutput() {
        return new StreamSink(System.out);
    }

    @Override
    public void write(LogLine line) {
        try {
            out.write((JsonLines.format(line) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return;
        }
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            return;
        }
    }
}
