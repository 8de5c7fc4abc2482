package dev.hinny.lang.formats.multipart;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The headers of a part in their order. */
final class PartHeaders {
    static final String DISPOSITION = "Content-Disposition";
    static final String TYPE = "Content-Type";
    private static final List<String> KNOWN =
            List.of(DISPOSITION, TYPE, "Content-ID", "Content-Transfer-Encoding", "Content-Location");

    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    /** Adds a line as it stands in the document; false when it is no header. */
    boolean add(String line) {
        if (!names.isEmpty() && !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
            values.set(values.size() - 1, values.get(values.size() - 1) + " " + line.strip());
            return true;
        }
        int colon = line.indexOf(':');
        if (colon <= 0 || !isToken(line.substring(0, colon))) {
            return false;
        }
        String name = line.substring(0, colon);
        names.add(KNOWN.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name));
        values.add(line.substring(colon + 1).strip());
        return true;
    }

    private static boolean isToken(String name) {
        return name.chars().allMatch(c -> c > ' ' && c < 127 && "()<>@,;\\\"/[]?={}".indexOf(c) < 0);
    }

    int size() {
        return names.size();
    }

    @Nullable
    String get(String name) {
        int index = names.indexOf(name);
        return index < 0 ? null : values.get(index);
    }

    /** The part's name in the form, null where it has none. */
    @Nullable
    String partName() {
        String disposition = get(DISPOSITION);
        String name = disposition == null
                ? null
                : Parameters.parse(disposition).parameters().get("name");
        String id = get("Content-ID");
        return name == null && id != null ? id.replaceAll("^<|>$", "") : name;
    }

    Optional<MediaType> mediaType() {
        String type = get(TYPE);
        return type == null ? Optional.empty() : MediaType.parse(type);
    }

    String transferEncoding() {
        String encoding = get("Content-Transfer-Encoding");
        return encoding == null ? "" : encoding.toLowerCase(Locale.ROOT);
    }

    ObjectValue value() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean disposition = names.get(i).equals(DISPOSITION);
            entries.add(
                    Entry.of(names.get(i), disposition ? disposition(values.get(i)) : StringValue.of(values.get(i))));
        }
        return ObjectValue.of(entries);
    }

    private static ObjectValue disposition(String text) {
        Parameters parsed = Parameters.parse(text);
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, String> parameter : parsed.parameters().entrySet()) {
            entries.add(Entry.of(parameter.getKey(), StringValue.of(parameter.getValue())));
        }
        entries.add(Entry.of("subtype", StringValue.of(parsed.value())));
        return ObjectValue.of(entries);
    }
}
