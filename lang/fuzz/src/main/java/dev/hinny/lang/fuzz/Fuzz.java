package dev.hinny.lang.fuzz;

import org.jspecify.annotations.Nullable;

/** What Jazzer calls; the system property {@code hinny.fuzz.target} names the target. */
public final class Fuzz {
    private static @Nullable Target target;

    private Fuzz() {}

    public static void fuzzerInitialize() {
        target = Target.named(System.getProperty("hinny.fuzz.target", "script"));
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Target chosen = target;
        if (chosen != null) {
            chosen.accept(input);
        }
    }
}
