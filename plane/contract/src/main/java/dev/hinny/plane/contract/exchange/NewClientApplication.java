package dev.hinny.plane.contract.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What registers a client application. */
public record NewClientApplication(
        String name,
        @Nullable String description,
        @Nullable String url,
        @Nullable List<String> redirectUri) {}
