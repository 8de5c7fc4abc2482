package dev.hinny.runtime.model.descriptor;

import java.util.Locale;

/** The two ways in which XML and Java write compound names. */
final class Names {
    private Names() {}

    /** {@code inputParameters} and {@code InputParameters} as {@code input-parameters}. */
    static String kebab(String name) {
        StringBuilder out = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0 && out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
            out.append(c);
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }
}
