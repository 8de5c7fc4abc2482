package dev.hinny.connectors.http;

import dev.hinny.http.RequestHandler;

/**
 * Stands between the listeners of an application and its flows: whoever offers one to the application (see
 * {@link dev.hinny.runtime.api.Application#offer}) may answer requests before a flow sees them. Called once a listener, when
 * it starts; a request keeps its attributes through {@code with} copies, which the listener relies on.
 */
@FunctionalInterface
public interface RequestGate {
    /**
     * @param flowName the flow whose listener starts
     * @param next hands the request to the flow
     * @return {@code next} itself where nothing is to be done
     */
    RequestHandler gate(String flowName, RequestHandler next);
}
