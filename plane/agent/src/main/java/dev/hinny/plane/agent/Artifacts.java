package dev.hinny.plane.agent;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Severity;
import dev.hinny.plane.contract.PrivateFile;
import dev.hinny.plane.contract.agent.AgentPaths;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** The archives that snapshots name: fetched once, verified, and kept for the time without a controller. Thread-safe. */
public final class Artifacts {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Path directory;
    private final Controllers controllers;
    private final Set<Path> verified = new HashSet<>();

    Artifacts(Path directory, Controllers controllers) {
        this.directory = directory;
        this.controllers = controllers;
    }

    /**
     * The archive with these bytes, from disk or from a controller.
     *
     * @param fileName the last part of the path that is returned; loaders look at its ending
     * @throws ProblemException {@code ARTIFACT-UNAVAILABLE}, {@code ARTIFACT-HASH}, both to be tried again
     */
    public synchronized Path file(String sha256, String fileName) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new ProblemException(
                    Problem.error("ARTIFACT-HASH", null, "'" + sha256 + "' is no SHA-256 hash in lower-case hex"));
        }
        Path place = directory.resolve(sha256);
        Path file = place.resolve(safe(fileName));
        try {
            if (Files.exists(file) && (verified.contains(file) || sha256.equals(hash(file)))) {
                verified.add(file);
                return file;
            }
            PrivateFile.directories(place);
            Path temporary = place.resolve("." + UUID.randomUUID());
            try {
                controllers.download(AgentPaths.ARTIFACTS + "/" + sha256, temporary, LIMIT);
                String found = hash(temporary);
                if (!found.equals(sha256)) {
                    throw new ProblemException(upstream(
                            "ARTIFACT-HASH",
                            "archive '" + fileName + "' has the hash " + found + " instead of " + sha256));
                }
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
            verified.add(file);
            return file;
        } catch (IOException e) {
            throw new ProblemException(
                    upstream("ARTIFACT-UNAVAILABLE", "archive '" + fileName + "' cannot be had: " + e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(
                    upstream("ARTIFACT-UNAVAILABLE", "archive '" + fileName + "' cannot be had: the agent ends"), e);
        }
    }

    private static String safe(String fileName) {
        String name = fileName.replaceAll("[^A-Za-z0-9._-]", "_");
        return name.isEmpty() || name.startsWith(".") ? "archive" + name : name;
    }

    private static Problem upstream(String code, String message) {
        return new Problem(code, Severity.ERROR, Blame.UPSTREAM, null, message, "it is tried again");
    }

    private static String hash(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                byte[] buffer = new byte[1 << 16];
                while (in.read(buffer) >= 0) {
                    // the digest sees what is read
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
