package dev.hinny.lang.formats.flatfile;

import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Finds and reads the schema that {@code schemaPath} names: a flat file schema, or a copybook as it is. */
final class Schemas {
    private static final Pattern FORM = Pattern.compile("(?m)^\\s*[\"']?form[\"']?\\s*:");
    private static final int LARGEST = 8 << 20;

    private Schemas() {}

    static Layout of(FormatContext context) {
        ByteSource source = source(context);
        String path = context.text("schemaPath", "");
        byte[] bytes = source.bytes();
        if (bytes.length > LARGEST) {
            throw Faults.option("the schema '" + path + "' has more than " + LARGEST + " bytes", "");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return !FORM.matcher(text).find() && CopybookTokens.isCopybook(text)
                ? CopybookParser.parse(text, path)
                : FfdParser.parse(text, path);
    }

    /** A path without scheme is one of the class path, also with the folder that projects keep it in. */
    private static ByteSource source(FormatContext context) {
        String path = context.text("schemaPath", "");
        if (!path.isEmpty() && !path.contains("://") && !path.startsWith("classpath:")) {
            String name = path.replaceFirst("^/?(src/(main|test)/resources/)?", "");
            ByteSource found = context.resources().open("classpath://" + name);
            if (found != null) {
                return found;
            }
        }
        return context.resource("schemaPath");
    }
}
