package dev.hinny.runtime.engine.graph;

import dev.hinny.base.Blame;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.base.Problems;
import dev.hinny.base.Severity;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.SourceText;
import dev.hinny.runtime.api.Application;
import dev.hinny.runtime.api.Chain;
import dev.hinny.runtime.api.Component;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.Interceptor;
import dev.hinny.runtime.api.Operation;
import dev.hinny.runtime.api.Processor;
import dev.hinny.runtime.api.Source;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.engine.expression.Scripts;
import dev.hinny.runtime.model.ApplicationModel;
import dev.hinny.runtime.model.FlowModel;
import dev.hinny.runtime.model.descriptor.Catalog;
import dev.hinny.runtime.model.descriptor.ElementDescriptor;
import dev.hinny.runtime.model.descriptor.RecordDescriptor;
import dev.hinny.runtime.model.xml.XmlAttribute;
import dev.hinny.runtime.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Builds the graph of an application from its model; collects every problem, starts nothing. */
public final class GraphBuilder {
    private final ApplicationModel model;
    private final Catalog catalog;
    private final Application application;
    private final Scripts scripts;
    private final Function<String, Optional<SourceText>> files;
    private final Optional<Interceptor> interceptor;
    private final Severity missing;
    private final Problems problems;
    private final Work work;
    private final ErrorTypes errorTypes;
    private final ErrorLog log;
    private final Configurations configurations;
    private final Map<String, Optional<ErrorHandling>> globalHandlers = new HashMap<>();
    private final List<Component> components = new ArrayList<>();
    private final Map<String, FlowTarget> targets = new LinkedHashMap<>();

    /** @param files script files by their class path name */
    public GraphBuilder(
            ApplicationModel model,
            Catalog catalog,
            Application application,
            Scripts scripts,
            Function<String, Optional<SourceText>> files,
            List<Interceptor> interceptors,
            Severity missing,
            Problems problems,
            Work work) {
        this.model = model;
        this.catalog = catalog;
        this.application = application;
        this.scripts = scripts;
        this.files = files;
        this.interceptor = Interception.of(interceptors);
        this.missing = missing;
        this.problems = problems;
        this.work = work;
        this.errorTypes = new ErrorTypes(catalog);
        this.log = new ErrorLog(application.name());
        this.configurations = new Configurations(this, model.globals());
    }

    public Graph build() {
        model.globals().forEach(configurations::build);
        Map<String, FlowRuntime> flows = new LinkedHashMap<>();
        Map<String, Source> sources = new LinkedHashMap<>();
        ErrorHandling otherwise = model.defaultErrorHandler()
                .flatMap(this::errorHandler)
                .orElseGet(() -> new ErrorHandling(List.of(), log));
        for (FlowModel flow : model.flows().values()) {
            Chain chain = chain(flow.processors(), flow.name(), flow.name() + "/processors/");
            Component component = component(flow.element(), flow.name(), flow.name());
            if (flow.kind() == FlowModel.Kind.SUB_FLOW) {
                targets.put(flow.name(), new SubFlow(flow.name(), Interception.around(chain, component, interceptor)));
                continue;
            }
            flow.source().flatMap(s -> source(s, flow)).ifPresent(s -> sources.put(flow.name(), s));
            ErrorHandling errors = flow.errorHandler()
                    .flatMap(h -> errorHandler(h, flow.name(), flow.name() + "/errorHandler"))
                    .orElse(otherwise);
            FlowRuntime runtime = new FlowRuntime(
                    flow.name(), chain, errors, flow.maximumConcurrency(), work, component, interceptor);
            flows.put(flow.name(), runtime);
            targets.put(flow.name(), runtime);
        }
        model.errorHandlers().keySet().forEach(this::errorHandler);
        return new Graph(flows, targets, configurations.inOrder(), sources, List.copyOf(components));
    }

    public Application application() {
        return application;
    }

    public ApplicationModel model() {
        return model;
    }

    public Catalog catalog() {
        return catalog;
    }

    public Problems problems() {
        return problems;
    }

    public Severity missing() {
        return missing;
    }

    public Work work() {
        return work;
    }

    public Scripts scripts() {
        return scripts;
    }

    public ErrorTypes errorTypes() {
        return errorTypes;
    }

    public ErrorLog errorLog() {
        return log;
    }

    Configurations configurations() {
        return configurations;
    }

    /** Flows and sub-flows; complete only when the whole graph is built. */
    public Optional<FlowTarget> target(String name) {
        return Optional.ofNullable(targets.get(name));
    }

    public Expression expression(String text, SourceSpan place) {
        return scripts.expression(text, place, problems);
    }

    /** A script file named by an attribute; a missing one is a problem. */
    public Optional<Expression> scriptFile(XmlAttribute resource) {
        return textFile(resource).map(t -> scripts.file(t, problems));
    }

    /** A text file named by an attribute; a missing one is a problem. */
    public Optional<SourceText> textFile(XmlAttribute resource) {
        if (resource.value().contains("${")) {
            return Optional.empty();
        }
        Optional<SourceText> text = files.apply(resource.value());
        if (text.isEmpty()) {
            problems.error(
                    "MISSING-FILE",
                    resource.place(),
                    "the file '" + resource.value() + "' is not in the application",
                    "put it into src/main/resources");
        }
        return text;
    }

    Target target(XmlElement element) {
        Optional<XmlAttribute> variable =
                element.attribute("target").filter(t -> !t.value().isBlank());
        Expression value = element.attribute("targetValue")
                .map(v -> expression(v.value(), v.place()))
                .orElseGet(() -> expression("#[payload]", element.place()));
        return new Target(variable.map(v -> expression(v.value(), v.place())).orElse(null), value);
    }

    Chain chain(List<XmlElement> elements, String flow, String path) {
        List<Processor> steps = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            steps.add(processor(elements.get(i), flow, path + i));
        }
        return new ProcessorChain(steps);
    }

    private Component component(XmlElement element, String flow, String path) {
        Map<String, String> attributes = new LinkedHashMap<>();
        element.attributes().forEach(a -> attributes.put(a.qualifiedName(), a.value()));
        String prefix = catalog.element(element.uri(), element.name())
                .map(d -> d.provider().prefix())
                .orElse(element.uri().equals(Catalog.CORE) ? "mule" : element.prefix());
        return new Component(
                prefix, element.name(), java.util.Collections.unmodifiableMap(attributes), flow, path, element.place());
    }

    private Processor processor(XmlElement element, String flow, String path) {
        Component component = component(element, flow, path);
        components.add(component);
        Optional<ElementDescriptor> descriptor = catalog.element(element.uri(), element.name());
        Processor built;
        if (descriptor.isEmpty()) {
            nested(element, flow, path);
            built = StandIn.of(element);
        } else {
            built = processor(element, component, descriptor.get());
        }
        return new Step(component, built, interceptor, mappings(element));
    }

    /** Builds what can be built inside an element that is not known, for its problems. */
    private void nested(XmlElement element, String flow, String path) {
        int i = 0;
        for (XmlElement child : element.children()) {
            Optional<ElementDescriptor> known = catalog.element(child.uri(), child.name());
            if (known.isPresent()
                    && !(known.get().type() instanceof ElementType.SourceType<?>)
                    && !(known.get().type() instanceof ElementType.Configuration<?, ?>)) {
                processor(child, flow, path + "/processors/" + i++);
            } else if (known.isEmpty()) {
                nested(child, flow, path);
            }
        }
    }

    private List<ErrorMapping> mappings(XmlElement element) {
        return element.children("error-mapping")
                .filter(m -> m.value("targetType").isPresent())
                .map(m -> new ErrorMapping(
                        ErrorMatcher.of(m.value("sourceType").orElse("ANY")),
                        errorTypes.named(m.value("targetType").orElse("ANY"))))
                .toList();
    }

    private Processor processor(XmlElement element, Component component, ElementDescriptor descriptor) {
        return switch (descriptor.type()) {
            case ElementType.OperationType<?> type ->
                this.<Operation>make(element, component, descriptor.record(), type.factory())
                        .<Processor>map(o -> new OperationStep(o, target(element)))
                        .orElseGet(() -> StandIn.of(element));
            case ElementType.ProcessorType<?> type ->
                this.<Processor>make(element, component, descriptor.record(), type.factory())
                        .orElseGet(() -> StandIn.of(element));
            case ElementType.SourceType<?> _ -> misplaced(element, "a source, which stands at the head of a flow");
            case ElementType.Configuration<?, ?> _ -> misplaced(element, "no processor");
        };
    }

    private Processor misplaced(XmlElement element, String what) {
        problems.error("MISPLACED-ELEMENT", element.place(), "'" + element.qualifiedName() + "' is " + what, "move it");
        return StandIn.of(element);
    }

    private Optional<Source> source(XmlElement element, FlowModel flow) {
        Component component = component(element, flow.name(), flow.name() + "/source");
        components.add(component);
        return catalog.element(element.uri(), element.name())
                .flatMap(d -> d.type() instanceof ElementType.SourceType<?> type
                        ? this.<Source>make(element, component, d.record(), type.factory())
                        : Optional.empty());
    }

    Optional<Object> configuration(XmlElement element) {
        Optional<ElementDescriptor> descriptor = catalog.element(element.uri(), element.name());
        if (descriptor.isEmpty()) {
            return Optional.empty();
        }
        Component component = component(element, "", element.value("name").orElse(element.qualifiedName()));
        if (descriptor.get().type() instanceof ElementType.Configuration<?, ?> type) {
            return this.<Object>make(element, component, descriptor.get().record(), type.factory());
        }
        misplaced(element, "no global element");
        return Optional.empty();
    }

    /** A global error handler, built once. */
    public Optional<ErrorHandling> errorHandler(String name) {
        Optional<ErrorHandling> known = globalHandlers.get(name);
        if (known != null) {
            return known;
        }
        XmlElement element = model.errorHandlers().get(name);
        if (element == null) {
            return Optional.empty();
        }
        globalHandlers.put(name, Optional.empty());
        Optional<ErrorHandling> built = errorHandler(element, name, name);
        globalHandlers.put(name, built);
        return built;
    }

    private Optional<ErrorHandling> errorHandler(XmlElement element, String flow, String path) {
        return catalog.element(element.uri(), element.name())
                .flatMap(d -> d.type() instanceof ElementType.Configuration<?, ?> type
                        ? this.<Object>make(element, component(element, flow, path), d.record(), type.factory())
                        : Optional.empty())
                .map(ErrorHandling.class::cast);
    }

    @SuppressWarnings("unchecked")
    private <T> Optional<T> make(
            XmlElement element, Component component, RecordDescriptor record, ElementType.Factory<?, ?> factory) {
        try {
            Optional<Record> parameters = new Decoder(this, component.flow()).decode(element, record, component.path());
            return parameters.map(p -> (T)
                    ((ElementType.Factory<Record, ?>) factory).create(p, new ElementBuild(this, element, component)));
        } catch (ProblemException e) {
            e.problems().forEach(p -> problems.add(p.place() == null ? p.at(element.place()) : p));
        } catch (IllegalArgumentException e) {
            problems.add(Problem.error(
                    "BAD-VALUE", element.place(), "'" + element.qualifiedName() + "': " + e.getMessage()));
        } catch (RuntimeException e) {
            problems.add(new Problem(
                    "CANNOT-BUILD",
                    Severity.ERROR,
                    Blame.BUG,
                    element.place(),
                    "'" + element.qualifiedName() + "' cannot be built: " + e,
                    "this is a fault of its connector: please report it with the element"));
        }
        return Optional.empty();
    }
}
