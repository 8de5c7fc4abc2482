package dev.hinny.plane.server.rest;

import dev.hinny.http.Response;

/** What answers the requests of one method and path. */
@FunctionalInterface
public interface Route {
    Response answer(Call call) throws Exception;
}
