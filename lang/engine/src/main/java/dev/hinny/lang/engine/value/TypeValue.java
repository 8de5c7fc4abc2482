package dev.hinny.lang.engine.value;

import dev.hinny.lang.engine.type.Type;

/** A type as a value: what {@code typeOf} returns and {@code as} takes. */
public record TypeValue(Type type) implements Value {}
