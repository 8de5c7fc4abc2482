package dev.hinny.lang.formats.flatfile;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.formats.flatfile.Item.Choice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the parts that describe the same place into a group: {@code *}, or {@code *1}, {@code *2} where there are several. */
final class Redefinitions {
    private Redefinitions() {}

    /**
     * A part as a schema declares it.
     *
     * @param name as others refer to it
     * @param redefines name of the part whose place it describes anew
     */
    record Declared(Item item, String name, @Nullable String redefines, SourceSpan place) {}

    static List<Item> grouped(List<Declared> parts) {
        List<List<Declared>> places = new ArrayList<>();
        for (Declared part : parts) {
            if (part.redefines() == null) {
                places.add(new ArrayList<>(List.of(part)));
            } else {
                find(places, part).add(part);
            }
        }
        long groups = places.stream().filter(p -> p.size() > 1).count();
        List<Item> items = new ArrayList<>();
        int number = 1;
        for (List<Declared> place : places) {
            if (place.size() == 1) {
                items.add(place.get(0).item());
            } else {
                items.add(choice(
                        groups == 1 ? "*" : "*" + number++,
                        place.stream().map(Declared::item).toList()));
            }
        }
        return items;
    }

    static Choice choice(String name, List<Item> items) {
        return new Choice(
                Key.of(name), items, items.stream().mapToInt(Item::space).max().orElse(0));
    }

    private static List<Declared> find(List<List<Declared>> places, Declared part) {
        for (List<Declared> place : places.reversed()) {
            if (place.stream().anyMatch(d -> d.name().equalsIgnoreCase(part.redefines()))) {
                return place;
            }
        }
        throw Faults.schema(
                part.place(),
                "'" + part.name() + "' redefines '" + part.redefines() + "', which does not stand before it",
                "name a part of the same level that stands before");
    }
}
