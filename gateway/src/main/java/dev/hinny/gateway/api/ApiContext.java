package dev.hinny.gateway.api;

/**
 * The API instance that a request is for.
 *
 * @param id the number that {@code api-gateway:autodiscovery} names
 * @param assetId of the specification in the catalogue
 * @param label the instance's own name, or empty
 */
public record ApiContext(long id, String assetId, String assetVersion, String label) {
    /** {@code API 12 (orders-api 1.0.2)}, for messages. */
    @Override
    public String toString() {
        return "API " + id + (assetId.isEmpty() ? "" : " (" + assetId + " " + assetVersion + ")");
    }
}
