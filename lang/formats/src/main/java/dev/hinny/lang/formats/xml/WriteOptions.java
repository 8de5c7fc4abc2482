package dev.hinny.lang.formats.xml;

import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.formats.StandardOptions;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What the XML writer was told.
 *
 * @param defaultNamespace empty for none
 * @param rootNamespaces to be declared in the root element, needed or not
 */
record WriteOptions(
        boolean indent,
        boolean declaration,
        boolean doubleQuotes,
        boolean selfClose,
        boolean skipNullElements,
        boolean skipNullAttributes,
        boolean nil,
        boolean escapeCarriageReturn,
        boolean escapeGreaterThan,
        Invalid invalid,
        String defaultNamespace,
        List<Namespace> rootNamespaces,
        Charset charset,
        int bufferSize) {
    /** The option under which {@code Script} hands over the namespaces of a script's header, prefix by prefix. */
    static final String DECLARED = "declaredNamespaces";

    /** What happens to characters that XML cannot hold. */
    enum Invalid {
        FAIL,
        BASE64,
        IGNORE,
        KEEP
    }

    static WriteOptions of(FormatContext context) {
        String skip = oneOf(context, "skipNullOn", "", "elements", "attributes", "everywhere", "arrays", "objects");
        boolean everywhere = skip.equals("everywhere");
        return new WriteOptions(
                context.flag("indent", true),
                context.flag("writeDeclaration", true),
                context.flag("doubleQuoteInDeclaration", false),
                !oneOf(context, "inlineCloseOn", "empty", "none").equals("none"),
                everywhere || skip.equals("elements") || skip.equals("arrays"),
                everywhere || skip.equals("attributes") || skip.equals("objects"),
                context.flag("writeNilOnNull", false),
                context.flag("escapeCR", false),
                context.flag("escapeGT", false),
                switch (oneOf(context, "onInvalidChar", "", "base64", "ignore", "none")) {
                    case "base64" -> Invalid.BASE64;
                    case "ignore" -> Invalid.IGNORE;
                    case "none" -> Invalid.KEEP;
                    default -> Invalid.FAIL;
                },
                context.text("defaultNamespace", ""),
                rootNamespaces(context),
                charset(context),
                StandardOptions.bufferSize(context));
    }

    private static String oneOf(FormatContext context, String option, String otherwise, String... others) {
        String text = context.text(option, otherwise).strip().toLowerCase(Locale.ROOT);
        if (!text.equals(otherwise) && !List.of(others).contains(text)) {
            throw bad(option + " is '" + text + "', and may be " + String.join(", ", others));
        }
        return text;
    }

    private static Charset charset(FormatContext context) {
        Charset charset = context.charset();
        if (!charset.canEncode()) {
            throw bad("the encoding '" + charset.name() + "' can only be read");
        }
        return charset;
    }

    private static FormatException bad(String message) {
        return new FormatException(
                Problem.error("BAD-OPTION", null, message, "look the property up in the documentation of XML"));
    }

    private static List<Namespace> rootNamespaces(FormatContext context) {
        String which = context.text("writeDeclaredNamespaces", "").strip();
        List<Namespace> found = new ArrayList<>();
        if (which.isEmpty() || !(context.option(DECLARED) instanceof ObjectValue declared)) {
            return found;
        }
        for (Entry entry : declared) {
            if (entry.value() instanceof Namespace namespace && isWanted(which, namespace)) {
                found.add(namespace);
            }
        }
        return found;
    }

    private static boolean isWanted(String which, Namespace namespace) {
        if (which.equalsIgnoreCase("all")) {
            return true;
        }
        if (which.startsWith("ids:")) {
            return List.of(which.substring(4).strip().split("\\s*,\\s*")).contains(namespace.prefix());
        }
        if (which.startsWith("regex:")) {
            try {
                Pattern pattern = Pattern.compile(which.substring(6).strip());
                return pattern.matcher(namespace.prefix()).matches()
                        || pattern.matcher(namespace.uri()).matches();
            } catch (PatternSyntaxException e) {
                throw bad("writeDeclaredNamespaces has no good regular expression: " + e.getDescription());
            }
        }
        throw bad("writeDeclaredNamespaces is '" + which + "', and may be All, ids:a,b or regex:text");
    }
}
