package dev.hinny.runtime.engine.graph;

import dev.hinny.runtime.api.ErrorInfo;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.FlowError;

/** {@code error-mapping}: an operation's error under another type. */
record ErrorMapping(ErrorMatcher source, ErrorType target) {
    FlowError apply(FlowError error) {
        ErrorInfo info = error.info();
        FlowError mapped = new FlowError(
                new ErrorInfo(
                        target,
                        info.description(),
                        info.detailedDescription(),
                        info.cause(),
                        info.errorMessage(),
                        info.childErrors(),
                        info.failingComponent()),
                error.event());
        mapped.setStackTrace(error.getStackTrace());
        return mapped;
    }
}
