package dev.hinny.runtime.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What error handlers see as {@code error}.
 *
 * @param description what went wrong, one sentence
 * @param detailedDescription the same with what helps to find the cause; the description when there is no more
 * @param errorMessage what the failing component answered, such as the response of a refused HTTP request
 * @param childErrors the errors of the routes of a scatter-gather
 * @param failingComponent where it happened: {@code flow/processors/0 @ app:file.xml:12}
 */
public record ErrorInfo(
        ErrorType errorType,
        String description,
        String detailedDescription,
        @Nullable Throwable cause,
        @Nullable Message errorMessage,
        List<ErrorInfo> childErrors,
        String failingComponent) {}
