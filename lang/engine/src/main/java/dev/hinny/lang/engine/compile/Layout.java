package dev.hinny.lang.engine.compile;

/** The slots of one frame while it is laid out. */
final class Layout {
    private int size;

    int next() {
        return size++;
    }

    int size() {
        return size;
    }
}
