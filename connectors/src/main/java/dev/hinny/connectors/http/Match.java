package dev.hinny.connectors.http;

import dev.hinny.http.Attribute;
import java.util.Map;

/** The route that a request took and its path parameters; kept on the request on its way through gates. */
record Match(Route route, Map<String, String> uriParams) {
    static final Attribute<Match> KEY = Attribute.named("listener route");
}
