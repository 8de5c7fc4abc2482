package dev.hinny.lang.formats.flatfile;

import dev.hinny.base.SourceSpan;
import dev.hinny.base.Suggestion;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.formats.flatfile.Item.Composite;
import dev.hinny.lang.formats.flatfile.Item.Element;
import dev.hinny.lang.formats.flatfile.Item.Usage;
import dev.hinny.lang.formats.flatfile.Layout.Form;
import dev.hinny.lang.formats.flatfile.Redefinitions.Declared;
import dev.hinny.lang.formats.flatfile.SchemaTree.Fields;
import dev.hinny.lang.formats.flatfile.SchemaTree.Items;
import dev.hinny.lang.formats.flatfile.SchemaTree.Text;
import dev.hinny.lang.formats.flatfile.Structure.Group;
import dev.hinny.lang.formats.flatfile.Structure.Part;
import dev.hinny.lang.formats.flatfile.Structure.Use;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads a flat file schema: a form, then one segment, segments, or structures, and definitions to refer to. */
final class FfdParser {
    private static final int MAX_DEPTH = 50;
    private static final int MAX_PARTS = 100_000;

    private final String source;
    private final Map<String, Fields> definitions = new LinkedHashMap<>();
    private final Map<String, Fields> segmentDefinitions = new LinkedHashMap<>();
    private final Map<String, Segment> segments = new LinkedHashMap<>();
    private int parts;

    /** Where a structure's records hold their tags; no length for none. */
    private record TagPlace(int start, int length) {}

    private FfdParser(String source) {
        this.source = source;
    }

    static Layout parse(String text, String source) {
        if (!(SchemaTree.parse(text, source) instanceof Fields root)) {
            throw Faults.schema(SourceSpan.file(source), "the schema is no mapping", "start it with 'form: FLATFILE'");
        }
        return new FfdParser(source).layout(root);
    }

    private Layout layout(Fields root) {
        Form form = form(root);
        define(definitions, root, "composites");
        define(definitions, root, "elements");
        define(segmentDefinitions, root, "segments");
        if (root.get("values") != null) {
            String id = FfdElements.text(root, "id");
            String name = id == null ? FfdElements.text(root, "name") : id;
            Segment only = segment(root, name == null ? "record" : name);
            segments.put(only.id(), only);
        }
        segmentDefinitions.forEach((id, fields) -> segments.put(id, segment(fields, id)));
        Map<String, Structure> structures = new LinkedHashMap<>();
        for (Fields fields : all(root, "structures")) {
            Structure structure = structure(fields);
            structures.put(structure.id(), structure);
        }
        return new Layout(source, form, structures, segments);
    }

    private static Form form(Fields root) {
        String form = FfdElements.text(root, "form");
        return Arrays.stream(Form.values())
                .filter(f -> f.name().equalsIgnoreCase(form))
                .findFirst()
                .orElseThrow(() -> Faults.schema(
                        root.place(),
                        form == null ? "the schema has no 'form'" : "the form '" + form + "' is not known",
                        "the forms are FLATFILE, FIXEDWIDTH and COPYBOOK"));
    }

    private static void define(Map<String, Fields> table, Fields root, String key) {
        for (Fields fields : all(root, key)) {
            String id = FfdElements.text(fields, "id");
            if (id == null) {
                throw Faults.schema(fields.place(), "a definition under '" + key + "' has no 'id'", "");
            }
            if (table.put(id, fields) != null) {
                throw Faults.schema(fields.place(), "the id '" + id + "' is defined twice", "");
            }
        }
    }

    private static List<Fields> all(Fields fields, String key) {
        SchemaTree tree = fields.get(key);
        if (tree == null || (tree instanceof Text(String text, var _) && text.isEmpty())) {
            return List.of();
        }
        if (!(tree instanceof Items(List<SchemaTree> items, var _))) {
            throw Faults.schema(tree.place(), "'" + key + "' is no list", "start each part with '- '");
        }
        List<Fields> all = new ArrayList<>();
        for (SchemaTree item : items) {
            if (!(item instanceof Fields f)) {
                throw Faults.schema(item.place(), "this part of '" + key + "' is no mapping", "write { name: ... }");
            }
            all.add(f);
        }
        return all;
    }

    private Segment segment(Fields fields, String id) {
        Segment segment = Segment.of(id, FfdElements.text(fields, "tag"), values(fields, 0));
        if (segment.items().isEmpty()) {
            throw Faults.schema(fields.place(), "the segment '" + id + "' has no 'values'", "list its fields");
        }
        return segment;
    }

    private List<Item> values(Fields fields, int depth) {
        List<Declared> declared = new ArrayList<>();
        long length = 0;
        for (Fields value : all(fields, "values")) {
            Item item = item(value, depth + 1);
            length += (long) item.length() * item.count();
            if (length > FfdElements.LONGEST) {
                throw Faults.schema(value.place(), "a record longer than " + FfdElements.LONGEST + " characters", "");
            }
            declared.add(new Declared(item, item.label(), FfdElements.text(value, "redefines"), value.place()));
        }
        return Redefinitions.grouped(declared);
    }

    private Item item(Fields fields, int depth) {
        if (++parts > MAX_PARTS || depth > MAX_DEPTH) {
            throw Faults.schema(
                    fields.place(),
                    depth > MAX_DEPTH
                            ? "more than " + MAX_DEPTH + " levels; perhaps a part refers to itself"
                            : "more than " + MAX_PARTS + " parts",
                    "make the schema simpler");
        }
        String reference = FfdElements.text(fields, "idref");
        if (reference != null) {
            Fields definition = found(definitions, reference, fields.place(), "element or composite");
            Map<String, SchemaTree> own = new LinkedHashMap<>(fields.map());
            own.remove("idref");
            return item(new Fields(own, fields.place()).over(definition), depth + 1);
        }
        if (fields.get("values") == null) {
            return FfdElements.element(fields);
        }
        List<Item> items = values(fields, depth);
        if (items.isEmpty()) {
            throw Faults.schema(fields.place(), "a composite without 'values'", "list its fields");
        }
        Key key = FfdElements.key(fields);
        if (key != null && key.name().matches("\\*\\d*")) {
            return Redefinitions.choice(key.name(), items);
        }
        return new Composite(
                key,
                FfdElements.usage(fields),
                FfdElements.count(fields),
                FfdElements.text(fields, "controlval"),
                items,
                Segment.length(items));
    }

    private Structure structure(Fields fields) {
        String id = FfdElements.text(fields, "id");
        if (id == null) {
            throw Faults.schema(fields.place(), "the structure has no 'id'", "");
        }
        TagPlace tags = new TagPlace(
                FfdElements.number(fields, "tagstart", 0, 0, 1 << 16),
                FfdElements.number(fields, "taglength", 0, 0, 1 << 10));
        List<Part> all = parts(fields, "data", tags, 0);
        if (all.isEmpty()) {
            throw Faults.schema(fields.place(), "the structure '" + id + "' has no 'data'", "list its segments");
        }
        return new Structure(id, all);
    }

    private List<Part> parts(Fields fields, String key, TagPlace tags, int depth) {
        List<Part> all = new ArrayList<>();
        for (Fields part : all(fields, key)) {
            all.add(part(part, tags, depth + 1));
        }
        return all;
    }

    private Part part(Fields fields, TagPlace tags, int depth) {
        if (depth > MAX_DEPTH) {
            throw Faults.schema(fields.place(), "more than " + MAX_DEPTH + " levels of groups", "");
        }
        String group = FfdElements.text(fields, "groupid");
        if (group != null) {
            List<Part> items = parts(fields, "items", tags, depth);
            if (items.isEmpty()) {
                throw Faults.schema(fields.place(), "the group '" + group + "' has no 'items'", "list its segments");
            }
            return new Group(Key.of(group), FfdElements.usage(fields), repetitions(fields), items);
        }
        String reference = FfdElements.text(fields, "idref");
        Segment segment;
        if (reference != null) {
            found(segmentDefinitions, reference, fields.place(), "segment");
            segment = Objects.requireNonNull(segments.get(reference));
        } else {
            Key key = fields.get("id") instanceof Text(String id, var _) ? Key.of(id) : FfdElements.key(fields);
            if (key == null) {
                throw Faults.schema(fields.place(), "neither 'idRef', nor 'groupId', nor a segment's 'id'", "");
            }
            segment = segment(fields, key.name());
        }
        return new Use(
                tagged(segment, tags, fields.place()),
                Key.of(segment.id()),
                FfdElements.usage(fields),
                repetitions(fields));
    }

    /** The segment with the tag as a field of its own, which values do not show. */
    private static Segment tagged(Segment segment, TagPlace tags, SourceSpan place) {
        if (segment.tag() == null || tags.length() == 0) {
            return segment;
        }
        List<Item> items = new ArrayList<>();
        Item tag = new Element(
                null, Usage.MANDATORY, 1, null, FieldType.STRING, tags.length(), FieldFormat.TEXT, segment.tag());
        int at = 0;
        for (Item item : segment.items()) {
            if (at == tags.start()) {
                items.add(tag);
            }
            items.add(item);
            at += item.space();
        }
        if (at == tags.start()) {
            items.add(tag);
        }
        if (items.size() == segment.items().size()) {
            throw Faults.schema(
                    place,
                    "no field of the segment '" + segment.id() + "' ends where its tag starts, at " + tags.start(),
                    "use 'tagValue' in its fields instead");
        }
        return Segment.of(segment.id(), segment.tag(), items);
    }

    /** Most repetitions; {@code >1} is any number. */
    private static int repetitions(Fields fields) {
        String count = FfdElements.text(fields, "count");
        return count != null && count.strip().startsWith(">") ? Integer.MAX_VALUE : FfdElements.count(fields);
    }

    private static Fields found(Map<String, Fields> table, String id, SourceSpan place, String what) {
        Fields definition = table.get(id);
        if (definition == null) {
            throw Faults.schema(
                    place,
                    "there is no " + what + " '" + id + "'",
                    Suggestion.didYouMean(id, table.keySet(), "define it in the schema"));
        }
        return definition;
    }
}
