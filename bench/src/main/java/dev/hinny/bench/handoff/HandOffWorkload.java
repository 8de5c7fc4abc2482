package dev.hinny.bench.handoff;

import dev.hinny.bench.Call;
import dev.hinny.bench.Contest;
import dev.hinny.bench.Java;
import dev.hinny.bench.Pace;
import dev.hinny.bench.Result;
import dev.hinny.bench.Server.Launch;
import dev.hinny.bench.Workload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The same 1 KB answer from the event loop and from a virtual thread. */
public final class HandOffWorkload implements Workload {
    private static final byte[] JSON = ("{\"text\":\"" + "x".repeat(1010) + "\"}").getBytes(StandardCharsets.UTF_8);

    @Override
    public String name() {
        return "handoff";
    }

    @Override
    public Result run(Pace pace) {
        Result result = new Contest(
                        name(),
                        "Hand-offs between event loop and virtual threads",
                        "POST of 1 KB JSON, the same JSON back: answered on the event loop (the body thrown away),"
                                + " handled on a virtual thread (the body thrown away), handled with the body read and"
                                + " sent back. The difference of the first two is the hand-off there and back.",
                        Call.post("/orders", JSON),
                        Map.of())
                .run(
                        pace,
                        List.of(
                                launch("Hinny virtual thread", "handle"),
                                launch("Hinny event loop", "answer"),
                                launch("Hinny virtual thread, body read", "read")));
        List<List<String>> lines = new ArrayList<>(result.lines());
        if (lines.size() == 3) {
            double there = Double.parseDouble(lines.get(0).get(1))
                    - Double.parseDouble(lines.get(1).get(1));
            lines.add(List.of("the hand-off there and back", String.format(Locale.ROOT, "%.1f", there), "", "", ""));
        }
        return result.withLines(lines);
    }

    private static Launch launch(String name, String kind) {
        return new Launch(name, false, port -> Java.own(HandOffServer.class, port, kind));
    }
}
