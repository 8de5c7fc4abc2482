package dev.hinny.lang.engine.library;

import java.util.Map;

/** A family of native functions: {@code native("strings::capitalize")} in a library module finds {@code capitalize} in the family {@code strings}. */
public interface NativeFamily {
    String name();

    Map<String, NativeFunction> functions();
}
