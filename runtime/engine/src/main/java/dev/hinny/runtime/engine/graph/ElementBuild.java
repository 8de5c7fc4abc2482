package dev.hinny.runtime.engine.graph;

import dev.hinny.base.Problems;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceSpan;
import dev.hinny.runtime.api.Application;
import dev.hinny.runtime.api.Component;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.model.xml.XmlAttribute;
import dev.hinny.runtime.model.xml.XmlElement;
import java.util.Optional;

/** The build of one element; the core's own elements see the graph through it. */
public final class ElementBuild implements Build {
    private final GraphBuilder graph;
    private final XmlElement element;
    private final Component component;

    ElementBuild(GraphBuilder graph, XmlElement element, Component component) {
        this.graph = graph;
        this.element = element;
        this.component = component;
    }

    public GraphBuilder graph() {
        return graph;
    }

    public XmlElement element() {
        return element;
    }

    @Override
    public Application application() {
        return graph.application();
    }

    @Override
    public Component component() {
        return component;
    }

    @Override
    public <C> Optional<C> configuration(String name, Class<C> type) {
        return graph.configurations().find(name, type, element);
    }

    @Override
    public Expression expression(String text, SourceSpan place) {
        return graph.expression(text, place);
    }

    @Override
    public SourceSpan place(String attribute) {
        return element.attribute(attribute).map(XmlAttribute::place).orElse(element.place());
    }

    @Override
    public Severity missing() {
        return graph.missing();
    }

    @Override
    public Problems problems() {
        return graph.problems();
    }

    /** {@code target} and {@code targetValue} of the element. */
    public Target target() {
        return graph.target(element);
    }
}
