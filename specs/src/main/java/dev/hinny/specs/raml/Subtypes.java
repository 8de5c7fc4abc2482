package dev.hinny.specs.raml;

import dev.hinny.specs.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells types that have a discriminator their sub-types. */
final class Subtypes {
    private Subtypes() {}

    /** The type with the names of those that descend from it. */
    static Shape told(Map<Library.Decl, Info> known, String key, Shape.Obj o) {
        Shape.Discriminator own = o.discriminator().orElseThrow();
        Map<String, String> mapping = new LinkedHashMap<>();
        known.forEach((decl, info) -> {
            if ((decl.key().equals(key) || info.ancestors().contains(key))
                    && info.shape() instanceof Shape.Obj sub
                    && sub.discriminator().isPresent()) {
                mapping.put(sub.discriminator().get().value(), decl.key());
            }
        });
        return new Shape.Obj(
                o.about(),
                o.properties(),
                o.patterns(),
                o.additional(),
                o.minProperties(),
                o.maxProperties(),
                Optional.of(new Shape.Discriminator(own.property(), own.value(), mapping)));
    }
}
