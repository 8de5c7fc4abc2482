package dev.hinny.lang.engine.compile;

import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON schema as the source of a module: the type {@code Root}, and one for each definition under its name. Constraints that
 * types do not know (lengths, patterns, formats) are left out.
 */
final class JsonSchema {
    private static final Set<String> TAKEN =
            Set.of("Root", "Any", "Nothing", "Null", "String", "Number", "Boolean", "Object", "Array");

    private final Value schema;
    private final List<String> folder;
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, String> imports = new LinkedHashMap<>();

    /** @param folder the path of the schema's file, to which other files are relative */
    JsonSchema(Value schema, List<String> folder) {
        this.schema = schema;
        this.folder = folder;
    }

    static EvaluationException bad(String message, String hint) {
        return EvaluationException.of("BAD-SCHEMA", message, hint);
    }

    String module() {
        String root = type(schema);
        for (String group : List.of("definitions", "$defs")) {
            if (member(schema, group) instanceof ObjectValue definitions) {
                definitions.forEach(d -> declare("/" + group + "/" + d.key().name(), d.value()));
            }
        }
        StringBuilder source = new StringBuilder("%dw 2.0\n");
        imports.forEach((module, alias) -> source.append("import jsonschema!")
                .append(module)
                .append(" as ")
                .append(alias)
                .append('\n'));
        source.append("type Root = ").append(root).append('\n');
        types.forEach((pointer, definition) -> source.append("type ")
                .append(name(pointer))
                .append(" = ")
                .append(definition)
                .append('\n'));
        return source.toString();
    }

    private static @Nullable Value member(Value schema, String name) {
        return schema instanceof ObjectValue object ? object.get(name) : null;
    }

    /** Notes the type of a part of the schema; the empty definition first, for parts that need themselves. */
    private void declare(String pointer, Value part) {
        if (!types.containsKey(pointer)) {
            types.put(pointer, "Any");
            types.put(pointer, type(part));
        }
    }

    /** The name of a part: of a definition its own. */
    private static String name(String pointer) {
        String path =
                pointer.replaceFirst("^/(definitions|\\$defs)/([^/]*)$", "$2").replaceFirst("^/", "");
        String name = path.replaceAll("[^A-Za-z0-9_]", "_");
        return TAKEN.contains(name) || name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }

    private String type(Value part) {
        if (part instanceof BooleanValue allowed) {
            return allowed.value() ? "Any" : "Nothing";
        }
        if (!(part instanceof ObjectValue object)) {
            throw bad("a schema is an object, true or false, not " + Renderings.brief(part), "");
        }
        if (object.get("$ref") instanceof StringValue reference) {
            return reference(reference.text());
        }
        List<String> all = new ArrayList<>();
        plain(object, all);
        if (object.get("allOf") instanceof ArrayValue parts) {
            parts.forEach(p -> all.add(type(p)));
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            if (object.get(choice) instanceof ArrayValue parts) {
                Set<String> choices = new LinkedHashSet<>();
                parts.forEach(p -> choices.add(type(p)));
                all.add(joined(choices, " | "));
            }
        }
        String type = all.isEmpty() ? "Any" : joined(new LinkedHashSet<>(all), " & ");
        return object.get("nullable") instanceof BooleanValue nullable && nullable.value()
                ? "(" + type + " | Null)"
                : type;
    }

    private static String joined(Set<String> types, String operator) {
        return types.size() == 1 ? types.iterator().next() : "(" + String.join(operator, types) + ")";
    }

    /** What {@code enum}, {@code const} and {@code type} say. */
    private void plain(ObjectValue part, List<String> all) {
        Value constant = part.get("const");
        if (constant != null) {
            all.add(literal(constant));
        } else if (part.get("enum") instanceof ArrayValue values) {
            Set<String> literals = new LinkedHashSet<>();
            values.forEach(v -> literals.add(literal(v)));
            all.add(literals.isEmpty() ? "Nothing" : joined(literals, " | "));
        } else {
            switch (part.get("type")) {
                case StringValue one -> all.add(kind(one.text(), part));
                case ArrayValue several -> {
                    Set<String> kinds = new LinkedHashSet<>();
                    several.forEach(k -> kinds.add(kind(Texts.of(k), part)));
                    all.add(joined(kinds, " | "));
                }
                case null, default -> {
                    if (part.get("properties") != null || part.get("required") != null) {
                        all.add(kind("object", part));
                    } else if (part.get("items") != null) {
                        all.add(kind("array", part));
                    }
                }
            }
        }
    }

    /** A value that is the only one of its type; numbers below zero and what has parts stand for their kind. */
    private static String literal(Value value) {
        return switch (value) {
            case StringValue s -> Renderings.compact(s);
            case BooleanValue b -> String.valueOf(b.value());
            case NumberValue n when n.decimal().signum() >= 0 -> Renderings.compact(n);
            case NumberValue _ -> "Number";
            case NullValue _ -> "Null";
            case ArrayValue _ -> "Array";
            default -> "Object";
        };
    }

    private String kind(String kind, ObjectValue part) {
        return switch (kind) {
            case "string" -> "String";
            case "number", "integer" -> "Number";
            case "boolean" -> "Boolean";
            case "null" -> "Null";
            case "array" -> array(part);
            case "object" -> object(part);
            default -> throw bad("'" + kind + "' is no type of JSON", "");
        };
    }

    private String array(ObjectValue part) {
        Set<String> items = new LinkedHashSet<>();
        for (String group : List.of("prefixItems", "items", "additionalItems")) {
            switch (part.get(group)) {
                case ArrayValue several -> several.forEach(s -> items.add(type(s)));
                case ObjectValue one -> items.add(type(one));
                case null, default -> {}
            }
        }
        return items.isEmpty() || items.contains("Any") ? "Array" : "Array<" + joined(items, " | ") + ">";
    }

    private String object(ObjectValue part) {
        Set<String> required = new LinkedHashSet<>();
        if (part.get("required") instanceof ArrayValue names) {
            names.forEach(n -> required.add(Texts.of(n)));
        }
        List<String> fields = new ArrayList<>();
        if (part.get("properties") instanceof ObjectValue properties) {
            for (Entry property : properties) {
                String name = property.key().name();
                fields.add(quoted(name) + (required.remove(name) ? ": " : "?: ") + type(property.value()));
            }
        }
        required.forEach(name -> fields.add(quoted(name) + ": Any"));
        Value others = part.get("additionalProperties");
        boolean patterns = part.get("patternProperties") != null;
        if (others instanceof BooleanValue allowed && !allowed.value() && !patterns) {
            return "{|" + String.join(", ", fields) + "|}";
        }
        if (others instanceof ObjectValue other && !patterns && !type(other).equals("Any")) {
            fields.add("_: " + type(other));
            return "{|" + String.join(", ", fields) + "|}";
        }
        return fields.isEmpty() ? "Object" : "{" + String.join(", ", fields) + "}";
    }

    private static String quoted(String name) {
        return Renderings.compact(StringValue.of(name));
    }

    private String reference(String reference) {
        int hash = reference.indexOf('#');
        String file = hash < 0 ? reference : reference.substring(0, hash);
        String pointer = hash < 0 ? "" : reference.substring(hash + 1);
        if (file.isEmpty() || file.equals(id())) {
            return local(pointer, reference);
        }
        if (file.contains(":") || !file.endsWith(".json")) {
            throw bad(
                    "'$ref' is '" + reference + "', which is no file",
                    "put the schema into a file, and name it relative");
        }
        String alias = imports.computeIfAbsent(module(file), m -> "Schema" + (imports.size() + 1));
        return alias + "::" + (pointer.isEmpty() || pointer.equals("/") ? "Root" : name(pointer));
    }

    private String id() {
        String id = member(schema, "$id") instanceof StringValue text ? text.text() : "";
        return id.endsWith("#") ? id.substring(0, id.length() - 1) : id;
    }

    private String local(String pointer, String reference) {
        if (pointer.isEmpty() || pointer.equals("/")) {
            return "Root";
        }
        Value part = schema;
        for (String step : pointer.substring(1).split("/", -1)) {
            String name = step.replace("~1", "/").replace("~0", "~");
            Value next = part instanceof ArrayValue array && name.matches("\\d{1,9}")
                    ? array.get(Integer.parseInt(name))
                    : member(part, name);
            if (next == null || pointer.charAt(0) != '/') {
                throw bad("'$ref' is '" + reference + "', but the schema has no such part", "");
            }
            part = next;
        }
        declare(pointer, part);
        return name(pointer);
    }

    /** The module of a file: relative to this one. */
    private String module(String file) {
        List<String> path = new ArrayList<>(file.startsWith("/") ? List.of() : folder);
        for (String step : file.substring(0, file.length() - ".json".length()).split("/", -1)) {
            if (step.equals("..") && !path.isEmpty()) {
                path.removeLast();
            } else if (!step.isEmpty() && !step.equals(".") && !step.equals("..")) {
                path.add(step);
            }
        }
        return String.join("::", path);
    }
}
