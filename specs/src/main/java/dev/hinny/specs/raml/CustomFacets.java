package dev.hinny.specs.raml;

import dev.hinny.specs.Node;
import dev.hinny.specs.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the facets that types declare for their sub-types, and checks the values that sub-types give. */
final class CustomFacets {
    private final Types types;
    private final Reading reading;

    CustomFacets(Types types, Reading reading) {
        this.types = types;
        this.reading = reading;
    }

    void check(Node.Obj o, Info base) {
        for (Info.Facet f : base.facets().values()) {
            Optional<Node> value = o.get(f.name());
            if (value.isPresent()) {
                Node plain = Reading.plain(value.get());
                types.later(() -> types.examples()
                        .check(f.shape(), plain, plain.span(), "RAML-BAD-FACET", "the facet '" + f.name() + "'"));
            } else if (f.required() && !o.has("facets") && !inherited(base)) {
                reading.error("RAML-MISSING-FACET", o.span(), "the required facet '" + f.name() + "' has no value");
            }
        }
    }

    private static boolean inherited(Info base) {
        return base.ancestors().size() > 1;
    }

    Map<String, Info.Facet> declare(Node.Obj o, Info base) {
        Optional<Node.Obj> declared = reading.object(o, "facets");
        if (declared.isEmpty()) {
            return base.facets();
        }
        Map<String, Info.Facet> all = new LinkedHashMap<>(base.facets());
        for (Node.Entry e : declared.get().entries()) {
            boolean optional = e.key().endsWith("?");
            String name = optional ? e.key().substring(0, e.key().length() - 1) : e.key();
            boolean moment = base.shape() instanceof Shape.Temporal;
            if (!moment && Facets.of(base.shape()).contains(name)
                    || Facets.COMMON.contains(name)
                    || name.startsWith("(")
                    || base.facets().containsKey(name)) {
                reading.error(
                        "RAML-BAD-FACET-NAME",
                        e.keySpan(),
                        "'" + name + "' cannot be declared as a facet, it already has a meaning");
            }
            Shape shape = types.read(e.value(), name, Types.Otherwise.STRING, e.keySpan())
                    .shape();
            boolean required = !optional
                    && !(e.value() instanceof Node.Obj f
                            && f.get("required")
                                    .map(n -> n instanceof Node.Bool b && !b.value())
                                    .orElse(false));
            all.put(name, new Info.Facet(name, required, shape, e.keySpan()));
        }
        return all;
    }
}
