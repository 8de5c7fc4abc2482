package dev.hinny.lang.formats.flatfile;

import dev.hinny.lang.formats.flatfile.Item.Choice;
import dev.hinny.lang.formats.flatfile.Item.Composite;
import dev.hinny.lang.formats.flatfile.Item.Element;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record.
 *
 * @param tag what stands at its structure's tag place
 * @param tags fields whose content tells it from other kinds, with their places
 * @param length in characters, with every repetition
 * @param bytesEnd where the last field ends that holds bytes rather than characters, 0 without one
 */
record Segment(String id, @Nullable String tag, List<Item> items, List<Tag> tags, int length, int bytesEnd) {
    /** A field whose content is known, and where it starts. */
    record Tag(int column, int length, String value) {}

    static Segment of(String id, @Nullable String tag, List<Item> items) {
        List<Tag> tags = new ArrayList<>();
        tags(items, 0, tags);
        return new Segment(id, tag, List.copyOf(items), tags, length(items), bytesEnd(items));
    }

    boolean hasBytes() {
        return bytesEnd > 0;
    }

    static int length(List<Item> items) {
        return items.stream().mapToInt(Item::space).sum();
    }

    private static void tags(List<Item> items, int column, List<Tag> found) {
        int at = column;
        for (Item item : items) {
            switch (item) {
                case Element e when e.tagValue() != null -> found.add(new Tag(at, e.length(), e.tagValue()));
                case Composite c when c.count() == 1 -> tags(c.items(), at, found);
                case Element _, Composite _, Choice _ -> {}
            }
            at += item.space();
        }
    }

    /** Where the last field ends that holds bytes, 0 when there is none. */
    private static int bytesEnd(List<Item> items) {
        int end = 0;
        int at = 0;
        for (Item item : items) {
            int inner = switch (item) {
                case Element e -> e.type().isBytes() ? e.length() : 0;
                case Composite c -> bytesEnd(c.items());
                case Choice c ->
                    c.items().stream().mapToInt(i -> bytesEnd(List.of(i))).max().orElse(0);
            };
            if (inner > 0) {
                end = at + (item.count() - 1) * item.length() + inner;
            }
            at += item.space();
        }
        return end;
    }
}
