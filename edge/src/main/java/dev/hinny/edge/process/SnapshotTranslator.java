package dev.hinny.edge.process;

import dev.hinny.edge.EdgeConfig;
import dev.hinny.plane.contract.agent.EdgeSnapshot;
import java.util.List;

/** Turns the controllers' snapshot into the edge's own configuration. */
final class SnapshotTranslator {
    private SnapshotTranslator() {}

    static EdgeConfig translate(EdgeSnapshot snapshot) {
        return new EdgeConfig(
                snapshot.listeners().stream().map(SnapshotTranslator::listener).toList(),
                snapshot.routes().stream().map(SnapshotTranslator::rule).toList());
    }

    private static EdgeConfig.Listener listener(EdgeSnapshot.Listener listener) {
        return new EdgeConfig.Listener(
                listener.name(), listener.host(), listener.port(), listener.certificate(), listener.privateKey());
    }

    private static EdgeConfig.Rule rule(EdgeSnapshot.Route route) {
        List<EdgeConfig.Target> targets = route.targets().stream()
                .map(target -> new EdgeConfig.Target(
                        target.replicaId(), target.protocol().equals("https"), target.host(), target.port()))
                .toList();
        return new EdgeConfig.Rule(route.host(), route.pathPrefix(), route.targetPath(), route.application(), targets);
    }
}
