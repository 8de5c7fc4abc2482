package dev.hinny.lang.engine.node;

import org.jspecify.annotations.Nullable;

/** The variables of one call: values, or thunks of those not needed yet. */
public final class Frame {
    final @Nullable Object[] slots;
    final @Nullable Frame parent;
    final Evaluation evaluation;

    public Frame(int size, @Nullable Frame parent, Evaluation evaluation) {
        this.slots = new Object[size];
        this.parent = parent;
        this.evaluation = evaluation;
    }

    Frame(@Nullable Object[] slots, @Nullable Frame parent, Evaluation evaluation) {
        this.slots = slots;
        this.parent = parent;
        this.evaluation = evaluation;
    }

    public Evaluation evaluation() {
        return evaluation;
    }

    /** Fills a slot. */
    public void set(int slot, Object valueOrThunk) {
        slots[slot] = valueOrThunk;
    }
}
