package dev.hinny.gateway.api;

import dev.hinny.base.Problems;
import dev.hinny.base.SourceSpan;

/** What a policy may ask while it is made. Not kept. */
public interface PolicyContext {
    /** The instance that the policy guards, as it is now. */
    ApiContext api();

    Clock clock();

    /** What is wrong with the configuration; an error leaves the API refusing its requests. */
    Problems problems();

    /** The place of a key of the configuration, or of the whole where the key is absent. */
    SourceSpan place(String key);
}
