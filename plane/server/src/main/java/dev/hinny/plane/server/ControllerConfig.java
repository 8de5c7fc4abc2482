package dev.hinny.plane.server;

import dev.hinny.plane.contract.fabric.Fabric;
import dev.hinny.plane.server.apimanager.PolicyOffer;
import dev.hinny.plane.server.runtimemanager.ApplicationCheck;
import dev.hinny.plane.server.runtimemanager.Timing;
import java.nio.file.Path;
import java.util.List;

/**
 * How a controller runs.
 *
 * @param directory of everything that it keeps: keys, certificates, the local database
 * @param host address that the REST server and the load balancer listen on
 * @param port of the REST API, 0 for a free one
 * @param databaseUrl {@code jdbc:postgresql:...} of a given PostgreSQL 15 or newer; empty for a local one
 * @param edgePort of the load balancer's plain HTTP, 0 for a free one that is kept
 * @param edgeTlsPort of its HTTPS, 0 for none
 * @param domain an application answers to {@code NAME.domain}
 * @param fabric where replicas run
 * @param check of an application archive before it is stored
 * @param policies that the gateways have; empty takes any name
 */
public record ControllerConfig(
        Path directory,
        String host,
        int port,
        String databaseUrl,
        int edgePort,
        int edgeTlsPort,
        String domain,
        Fabric fabric,
        ApplicationCheck check,
        PolicyOffer policies,
        Timing timing) {
    /** The usual values on one machine. */
    public static ControllerConfig of(Path directory, Fabric fabric) {
        return new ControllerConfig(
                directory,
                "127.0.0.1",
                0,
                "",
                0,
                0,
                "apps.localhost",
                fabric,
                archive -> List.of(),
                PolicyOffer.unchecked(List.of()),
                Timing.standard());
    }

    public ControllerConfig withHost(String other) {
        return new ControllerConfig(
                directory, other, port, databaseUrl, edgePort, edgeTlsPort, domain, fabric, check, policies, timing);
    }

    public ControllerConfig withPort(int other) {
        return new ControllerConfig(
                directory, host, other, databaseUrl, edgePort, edgeTlsPort, domain, fabric, check, policies, timing);
    }

    public ControllerConfig withDatabaseUrl(String other) {
        return new ControllerConfig(
                directory, host, port, other, edgePort, edgeTlsPort, domain, fabric, check, policies, timing);
    }

    public ControllerConfig withEdgePorts(int http, int https) {
        return new ControllerConfig(
                directory, host, port, databaseUrl, http, https, domain, fabric, check, policies, timing);
    }

    public ControllerConfig withDomain(String other) {
        return new ControllerConfig(
                directory, host, port, databaseUrl, edgePort, edgeTlsPort, other, fabric, check, policies, timing);
    }

    public ControllerConfig withCheck(ApplicationCheck other) {
        return new ControllerConfig(
                directory, host, port, databaseUrl, edgePort, edgeTlsPort, domain, fabric, other, policies, timing);
    }

    public ControllerConfig withPolicies(PolicyOffer other) {
        return new ControllerConfig(
                directory, host, port, databaseUrl, edgePort, edgeTlsPort, domain, fabric, check, other, timing);
    }

    public ControllerConfig withTiming(Timing other) {
        return new ControllerConfig(
                directory, host, port, databaseUrl, edgePort, edgeTlsPort, domain, fabric, check, policies, other);
    }

    @Override
    public String toString() {
        return "ControllerConfig[directory=" + directory + ", port=" + port + ", domain=" + domain + "]";
    }
}
