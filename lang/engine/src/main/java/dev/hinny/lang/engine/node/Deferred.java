package dev.hinny.lang.engine.node;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.value.Value;

/** A result that is computed after its call has returned, and whose failures still tell where the call stands. */
public interface Deferred {
    /** The same result of a call at a place. */
    Value at(SourceSpan call);
}
