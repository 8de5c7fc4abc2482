package dev.hinny.cli.platform;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import dev.hinny.plane.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;

/**
 * {@code access.json} in the data directory of a running platform: how to reach it.
 *
 * @param url of the REST API
 * @param ca PEM file of the authority to trust
 * @param edge URL of the load balancer
 * @param domain an application answers to Host {@code NAME.domain} there
 * @param pid of the controller
 */
public record AccessFile(
        String url,
        String ca,
        String username,
        String password,
        String organization,
        String organizationId,
        String environment,
        String environmentId,
        String edge,
        String domain,
        long pid) {
    public static final String NAME = "access.json";

    /** @throws ProblemException when no platform runs on the directory */
    public static AccessFile read(Path directory) {
        Path file = directory.resolve(NAME);
        try {
            return Json.read(Files.readAllBytes(file), AccessFile.class);
        } catch (IOException | JacksonException e) {
            throw new ProblemException(
                    new Problem(
                            "NO-PLATFORM",
                            Severity.ERROR,
                            Blame.USER,
                            null,
                            "no platform runs on the data directory '" + directory + "'",
                            "start it with: hinny up --data " + directory),
                    e);
        }
    }

    @Override
    public String toString() {
        return "AccessFile[url=" + url + ", username=" + username + ", edge=" + edge + "]";
    }
}
