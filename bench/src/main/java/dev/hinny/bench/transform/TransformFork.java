package dev.hinny.bench.transform;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * A process that measures one contender: {@code TransformFork CONTENDER WARM-SECONDS SECONDS} prints the 10th percentile, over
 * windows of 50 ms, of the thread's CPU time for one transformation, in nanoseconds.
 */
public final class TransformFork {
    private static final long WINDOW = 50_000_000;
    private static final int BATCH = 32;
    private static int sink;

    private TransformFork() {}

    public static void main(String[] args) {
        Transform transform = Contender.valueOf(args[0]).transform();
        byte[] order = Orders.order();
        windows(transform, order, seconds(args[1]));
        double[] windows = windows(transform, order, seconds(args[2]));
        Arrays.sort(windows);
        System.out.println(windows[windows.length / 10]);
        if (sink == 0) {
            throw new IllegalStateException("nothing was transformed");
        }
    }

    private static long seconds(String text) {
        return Long.parseLong(text) * 1_000_000_000L;
    }

    private static double[] windows(Transform transform, byte[] order, long nanos) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] windows = new double[(int) (nanos / WINDOW)];
        for (int i = 0; i < windows.length; i++) {
            long end = System.nanoTime() + WINDOW;
            long cpu = threads.getCurrentThreadCpuTime();
            int count = 0;
            while (System.nanoTime() < end) {
                for (int j = 0; j < BATCH; j++) {
                    sink += transform.apply(order).length;
                }
                count += BATCH;
            }
            windows[i] = (threads.getCurrentThreadCpuTime() - cpu) / (double) count;
        }
        return windows;
    }
}
