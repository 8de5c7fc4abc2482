package dev.hinny.lang.engine.library;

import java.util.List;

/** All families of native functions. */
public final class NativeFunctions {
    private static final List<NativeFamily> FAMILIES = List.of(
            new Collections(),
            new Objects(),
            new Parts(),
            new Numbers(),
            new Strings(),
            new Searches(),
            new Temporals(),
            new Types(),
            new Documents(),
            new Hashes(),
            new Uris(),
            new Trials(),
            new Binaries(),
            new Executions(),
            new Surroundings(),
            new Descriptions(),
            new Places(),
            new Differences());

    private NativeFunctions() {}

    /** The function of {@code family::name}; the library names only those that exist. */
    public static NativeFunction find(String qualified) {
        int colons = qualified.indexOf("::");
        String name = qualified.substring(0, colons);
        for (NativeFamily family : FAMILIES) {
            if (family.name().equals(name)) {
                NativeFunction function = family.find(qualified.substring(colons + 2));
                if (function != null) {
                    return function;
                }
            }
        }
        throw new IllegalStateException("no native function is named '" + qualified + "'");
    }
}
