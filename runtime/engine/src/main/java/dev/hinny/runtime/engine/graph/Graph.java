package dev.hinny.runtime.engine.graph;

import dev.hinny.runtime.api.Component;
import dev.hinny.runtime.api.Source;
import java.util.List;
import java.util.Map;

/**
 * An application that is built and not started.
 *
 * @param targets flows and sub-flows by name
 * @param configurations in the order in which they start
 * @param sources by the name of their flow
 * @param components every processor and source, in the order of the files
 */
public record Graph(
        Map<String, FlowRuntime> flows,
        Map<String, FlowTarget> targets,
        List<Object> configurations,
        Map<String, Source> sources,
        List<Component> components) {}
