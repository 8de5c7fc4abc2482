package dev.hinny.bench;

/**
 * How long and how often things are measured, in seconds where nothing else is said.
 *
 * @param warm load on a Java server before it is measured
 * @param warmNative the same for a server that is compiled ahead
 * @param round length of one measurement under load
 * @param rounds how often the servers take turns
 * @param transformWarm and {@code transform}: in each JVM of the small transformation
 * @param forks JVMs for each contender of the small transformation
 * @param starts how often each program is started
 */
public record Pace(
        String name,
        int warm,
        int warmNative,
        int round,
        int rounds,
        int transformWarm,
        int transform,
        int forks,
        int starts) {
    public static final Pace QUICK = new Pace("quick", 6, 1, 2, 2, 2, 1, 1, 2);
    public static final Pace STANDARD = new Pace("standard", 40, 3, 5, 5, 8, 5, 3, 5);
    public static final Pace LONG = new Pace("long", 60, 5, 10, 9, 20, 10, 3, 15);
}
