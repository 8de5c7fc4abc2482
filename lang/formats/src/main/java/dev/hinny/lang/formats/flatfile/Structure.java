package dev.hinny.lang.formats.flatfile;

import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.formats.flatfile.Item.Usage;
import java.util.List;

/** In what order records of several kinds follow one another. */
record Structure(String id, List<Part> parts) {
    /** One place in the order. */
    sealed interface Part {
        Key key();

        Usage usage();

        /** How often it may follow itself. */
        int count();
    }

    /** Records of one kind. */
    record Use(Segment segment, Key key, Usage usage, int count) implements Part {}

    /** Several places that follow one another together. */
    record Group(Key key, Usage usage, int count, List<Part> parts) implements Part {}
}
