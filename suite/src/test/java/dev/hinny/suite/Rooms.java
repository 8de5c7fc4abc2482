package dev.hinny.suite;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rooms of the house and what each may import. A new module, connector with needs of its own, or policy with needs of
 * its own is one line here; a new arrow between rooms needs a note in {@code docs/decisions}.
 */
final class Rooms {
    /** One line a room: its package below {@code dev.hinny}, then the rooms that it may import. */
    private static final List<Room> ROOMS = List.of(
            room("base"),
            room("http", "base"),
            room("lang.front", "base"),
            room("lang.engine", "base", "lang.front"),
            room("lang.formats", "base", "lang.front", "lang.engine"),
            room("lang.excel", "base", "lang.engine"),
            room("lang.avro", "base", "lang.engine"),
            room("lang.protobuf", "base", "lang.engine"),
            room("lang.server", "base", "lang.front"),
            room("lang.tools", "base", "lang.front", "lang.engine", "lang.formats", "lang.server"),
            room("specs", "base"),
            room("runtime.api", "base", "lang.engine"),
            room("runtime.model", "base", "lang.front", "runtime.api"),
            room("runtime.engine", "base", "lang.front", "lang.engine", "lang.formats", "runtime.api", "runtime.model"),
            room("connectors.*", "base", "lang.engine", "runtime.api"),
            room("connectors.http", "base", "lang.engine", "runtime.api", "http", "connectors.tls"),
            room("connectors.tls", "base", "lang.engine", "runtime.api", "http"),
            room("connectors.wsc", "base", "lang.engine", "runtime.api", "http", "specs"),
            room("connectors.mq", "base", "lang.engine", "runtime.api", "http"),
            room("connectors.oauth", "base", "lang.engine", "runtime.api", "http"),
            room("connectors.apikit", "base", "lang.engine", "runtime.api", "http", "specs", "connectors.http"),
            room(
                    "connectors.apigateway",
                    "base",
                    "http",
                    "lang.engine",
                    "runtime.api",
                    "gateway.api",
                    "gateway.engine",
                    "connectors.http"),
            room("munit", "base", "lang.engine", "runtime.api", "runtime.model", "runtime.engine"),
            room("gateway.api", "base", "lang.engine", "http"),
            room("gateway.engine", "base", "lang.engine", "http", "gateway.api"),
            room("policies.*", "base", "lang.engine", "http", "gateway.api"),
            room("policies.schemavalidation", "base", "lang.engine", "http", "gateway.api", "specs"),
            room("policies.custom", "base", "lang.engine", "http", "gateway.api", "runtime.api", "runtime.engine"),
            room("plane.contract", "base"),
            room("plane.store", "base"),
            room(
                    "plane.server",
                    "base",
                    "http",
                    "specs",
                    "plane.contract",
                    "plane.store",
                    "lang.front",
                    "runtime.api",
                    "runtime.model",
                    "gateway.api"),
            room("plane.agent", "base", "plane.contract", "gateway.api", "runtime.api"),
            room("edge", "base", "http"),
            room("edge.process", "base", "http", "edge", "plane.agent", "plane.contract"),
            room("fabric.*", "base", "plane.contract"),
            room(
                    "cli",
                    "base",
                    "plane.contract",
                    "specs",
                    "lang.front",
                    "lang.engine",
                    "lang.formats",
                    "runtime.model"),
            room("dist", "*"));

    private static final String ROOT = "dev.hinny.";

    private Rooms() {}

    /** The room of a package: the longest of the list that the package lies in; {@code connectors.*} makes one a folder. */
    static Optional<String> of(String packageName) {
        if (!packageName.startsWith(ROOT)) {
            return Optional.empty();
        }
        List<String> path = List.of(packageName.substring(ROOT.length()).split("\\."));
        for (int length = path.size(); length > 0; length--) {
            String name = String.join(".", path.subList(0, length));
            if (line(name).isPresent()) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** Whether the list lets one room import another. */
    static boolean mayUse(String from, String to) {
        Set<String> uses = line(from).map(Room::uses).orElse(Set.of());
        return from.equals(to) || uses.contains("*") || uses.contains(to);
    }

    /** The line for a room: its own, else that of its folder's star. */
    private static Optional<Room> line(String name) {
        String star = name.substring(0, name.lastIndexOf('.') + 1) + "*";
        return named(name).or(() -> named(star));
    }

    private static Optional<Room> named(String name) {
        return ROOMS.stream().filter(r -> r.name().equals(name)).findFirst();
    }

    private static Room room(String name, String... uses) {
        return new Room(name, Set.of(uses));
    }

    private record Room(String name, Set<String> uses) {}
}
