package dev.hinny.bench.transform;

import dev.hinny.base.MediaType;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/** {@code ScriptFork WARM-SECONDS SECONDS} prints what parsing, compiling and a first result take, in nanoseconds. */
public final class ScriptFork {
    private ScriptFork() {}

    public static void main(String[] args) {
        byte[] order = Orders.order();
        windows(order, Long.parseLong(args[0]));
        List<Double> windows = windows(order, Long.parseLong(args[1]));
        windows.sort(null);
        System.out.println(windows.get(windows.size() / 10));
    }

    private static List<Double> windows(byte[] order, long seconds) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Double> windows = new ArrayList<>();
        for (long end = System.nanoTime() + seconds * 1_000_000_000; System.nanoTime() < end; ) {
            long begin = System.nanoTime();
            long cpu = threads.getCurrentThreadCpuTime();
            int count = 0;
            while (System.nanoTime() - begin < 50_000_000) {
                if (new HinnyTransform("/start.dwl", MediaType.JSON).apply(order).length == 0) {
                    throw new IllegalStateException("no answer");
                }
                count++;
            }
            windows.add((threads.getCurrentThreadCpuTime() - cpu) / (double) count);
        }
        return windows;
    }
}
