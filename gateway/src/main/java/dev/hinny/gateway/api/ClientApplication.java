package dev.hinny.gateway.api;

import java.util.List;

/**
 * A client application that has an approved contract with the API.
 *
 * @param name for people
 * @param id the client id that its requests carry
 * @param tier name of the SLA tier, or empty
 * @param limits of the tier; all of them apply
 */
public record ClientApplication(String name, String id, String tier, List<Limit> limits) {
    public ClientApplication {
        limits = List.copyOf(limits);
    }
}
