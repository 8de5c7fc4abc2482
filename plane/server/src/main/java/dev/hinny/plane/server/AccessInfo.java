package dev.hinny.plane.server;

/**
 * How to reach a running controller.
 *
 * @param url of the REST API
 * @param ca PEM file of the authority to trust
 * @param edge URL of the load balancer
 * @param domain an application answers to Host {@code NAME.domain} there
 */
public record AccessInfo(
        String url,
        String ca,
        String username,
        String password,
        String organization,
        String organizationId,
        String environment,
        String environmentId,
        String edge,
        String domain) {
    @Override
    public String toString() {
        return "AccessInfo[url=" + url + ", username=" + username + ", edge=" + edge + "]";
    }
}
