package dev.hinny.plane.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The times and sizes of an agent.
 *
 * @param longPoll how long a controller may hold the question for a newer snapshot
 * @param heartbeat longest time between two status reports
 * @param connect limit for reaching one controller
 * @param answer limit for an answer that needs no waiting
 * @param firstPause after all controllers failed; doubles, and is spread at random
 * @param longestPause the pause grows no further
 * @param logCharacters of log lines kept while no controller takes them
 * @param logLinger how long a line waits for others to travel with it
 * @param consoleBytes when the console log is larger, it is turned: twice what a fabric lets it grow to
 * @param artifacts a cache that several replicas of this machine share; by default each has its own
 */
public record AgentOptions(
        Duration longPoll,
        Duration heartbeat,
        Duration connect,
        Duration answer,
        Duration firstPause,
        Duration longestPause,
        int logCharacters,
        Duration logLinger,
        long consoleBytes,
        Optional<Path> artifacts) {
    public static AgentOptions standard() {
        return new AgentOptions(
                Duration.ofSeconds(25),
                Duration.ofSeconds(5),
                Duration.ofSeconds(3),
                Duration.ofSeconds(15),
                Duration.ofMillis(200),
                Duration.ofSeconds(10),
                4 << 20,
                Duration.ofMillis(200),
                16 << 20,
                Optional.empty());
    }
}
