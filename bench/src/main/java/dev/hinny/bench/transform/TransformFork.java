package dev.hinny.bench.transform;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * A process that measures one contender: {@code TransformFork RACE NUMBER WARM-SECONDS SECONDS} prints the 10th percentile, over
 * windows of at least 50 ms, of the thread's CPU time for one transformation, in nanoseconds, and the bytes it allocates.
 */
public final class TransformFork {
    private static final long WINDOW = 50_000_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static int sink;

    private TransformFork() {}

    public static void main(String[] args) {
        Race race = Race.valueOf(args[0]);
        Transform transform = race.contenders().get(Integer.parseInt(args[1])).transform();
        byte[] input = race.input();
        windows(transform, input, seconds(args[2]));
        double[] windows = windows(transform, input, seconds(args[3]));
        Arrays.sort(windows);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        sink += transform.apply(input).length;
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        System.out.println(windows[windows.length / 10] + " " + allocated);
        if (sink == 0) {
            throw new IllegalStateException("nothing was transformed");
        }
    }

    private static long seconds(String text) {
        return (long) (Double.parseDouble(text) * 1e9);
    }

    private static double[] windows(Transform transform, byte[] input, long nanos) {
        double[] windows = new double[(int) (nanos / WINDOW) + 1];
        int used = 0;
        long last = System.nanoTime() + nanos;
        int batch = 1;
        while (System.nanoTime() < last && used < windows.length) {
            long begin = System.nanoTime();
            long cpu = THREADS.getCurrentThreadCpuTime();
            int count = 0;
            while (System.nanoTime() - begin < WINDOW) {
                for (int j = 0; j < batch; j++) {
                    sink += transform.apply(input).length;
                }
                count += batch;
            }
            windows[used++] = (THREADS.getCurrentThreadCpuTime() - cpu) / (double) count;
            batch = Math.clamp(count / 50, 1, 32);
        }
        return Arrays.copyOf(windows, used);
    }
}
