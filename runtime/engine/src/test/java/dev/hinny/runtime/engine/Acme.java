package dev.hinny.runtime.engine;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.ProblemException;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.runtime.api.Component;
import dev.hinny.runtime.api.ConnectorProvider;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowEntry;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.api.Source;
import dev.hinny.runtime.api.element.Build;
import dev.hinny.runtime.api.element.Element;
import dev.hinny.runtime.api.element.ElementType;
import dev.hinny.runtime.api.element.KeyValues;
import dev.hinny.runtime.api.element.Lifecycle;
import dev.hinny.runtime.api.element.Param;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A connector for tests: its elements show what the engine decodes and calls. */
final class Acme implements ConnectorProvider {
    static final ErrorType CONNECTIVITY = new ErrorType("ACME", "CONNECTIVITY", ErrorType.CONNECTIVITY);

    final BlockingQueue<Event> recorded = new LinkedBlockingQueue<>();
    final BlockingQueue<String> lifecycle = new LinkedBlockingQueue<>();
    final AtomicInteger attempts = new AtomicInteger();
    final AtomicInteger inside = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    final CountDownLatch waiting = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);

    enum Mode {
        FAST,
        SLOW
    }

    record Nothing() {}

    record Config(
            @Param("Where.") String host,
            @Param(value = "Port.", defaultValue = "80") int port,
            @Param("Kind.") @Nullable Mode mode,
            @Param("Login.") @Nullable Login login,
            @Param("Whether starting fails.") boolean broken) {}

    sealed interface Login {}

    @Element("basic")
    record Basic(
            @Param("Who.") String user,
            @Param(value = "Secret.", secret = true) String password) implements Login {}

    @Element("token")
    record Token(@Param(value = "Token.", text = true) String value) implements Login {}

    record Call(
            @Param(name = "config-ref", value = "Configuration.", reference = true)
            String config,

            @Param("What to send.") @Nullable Expression body,
            @Param("Headers.") KeyValues headers,
            @Param("Tags.") List<Tag> tags,
            @Param(value = "How often.", defaultValue = "1") Expression times) {}

    @Element("tag")
    record Tag(@Param("Its text.") Expression value) {}

    private static final class Client implements Lifecycle {
        private final Config config;
        private final String name;
        private final BlockingQueue<String> log;

        Client(Config config, String name, BlockingQueue<String> log) {
            this.config = config;
            this.name = name;
            this.log = log;
        }

        @Override
        public void start() {
            if (config.broken) {
                throw new ProblemException(Problem.error("ACME-DOWN", null, "'" + name + "' cannot start"));
            }
            log.add("start " + name);
        }

        @Override
        public void stop() {
            log.add("stop " + name);
        }
    }

    @Override
    public String prefix() {
        return "acme";
    }

    @Override
    public String uri() {
        return "http://www.mulesoft.org/schema/mule/acme";
    }

    @Override
    public List<ErrorType> errorTypes() {
        return List.of(CONNECTIVITY);
    }

    @Override
    public List<ElementType> elements() {
        return List.of(
                new ElementType.Configuration<>(
                        "config",
                        Config.class,
                        Client.class,
                        "A client.",
                        (p, b) -> new Client(p, b.component().attribute("name").orElse(""), lifecycle)),
                new ElementType.OperationType<>(
                        "call", Call.class, "Shows what was decoded.", List.of(CONNECTIVITY), this::call),
                new ElementType.OperationType<>("fail", Nothing.class, "Fails.", List.of(CONNECTIVITY), (p, b) -> e -> {
                    throw new FlowError(CONNECTIVITY, "nobody answers");
                }),
                new ElementType.OperationType<>("crash", Nothing.class, "Throws.", List.of(), (p, b) -> e -> {
                    throw new IllegalStateException("crashed");
                }),
                new ElementType.ProcessorType<>("record", Nothing.class, "Records.", (p, b) -> e -> {
                    recorded.add(e);
                    return e;
                }),
                new ElementType.ProcessorType<>("sometimes", Nothing.class, "Fails twice.", (p, b) -> e -> {
                    if (attempts.incrementAndGet() < 3) {
                        throw new FlowError(CONNECTIVITY, "not yet");
                    }
                    return e.withPayload(TypedValue.text("attempt " + attempts.get()));
                }),
                new ElementType.ProcessorType<>("gauge", Nothing.class, "Counts who is inside.", (p, b) -> e -> {
                    int now = inside.incrementAndGet();
                    most.accumulateAndGet(now, Math::max);
                    for (int i = 0; i < 100; i++) {
                        Thread.yield();
                    }
                    inside.decrementAndGet();
                    return e;
                }),
                new ElementType.ProcessorType<>("wait", Nothing.class, "Waits.", (p, b) -> e -> {
                    waiting.countDown();
                    try {
                        release.await();
                    } catch (InterruptedException x) {
                        throw new FlowError(ErrorType.UNKNOWN, "interrupted", x);
                    }
                    return e;
                }),
                new ElementType.SourceType<>("listener", Nothing.class, "A source.", (p, b) -> new Source() {
                    @Override
                    public void start(FlowEntry flow) {
                        lifecycle.add("listen " + flow.flowName());
                    }

                    @Override
                    public void stop(java.time.Duration drain) {
                        lifecycle.add("deaf");
                    }
                }));
    }

    private dev.hinny.runtime.api.Operation call(Call p, Build build) {
        Component component = build.component();
        Client client = build.configuration(p.config, Client.class).orElse(null);
        return event -> {
            StringBuilder out = new StringBuilder();
            Config config = client == null ? null : client.config;
            out.append(config)
                    .append('|')
                    .append(p.body == null ? "no body" : p.body.text(event))
                    .append('|');
            out.append(p.headers.pairs(event).stream()
                    .map(e -> e.getKey() + "=" + e.getValue())
                    .collect(Collectors.joining(",")));
            out.append('|');
            for (Tag tag : p.tags) {
                out.append(tag.value.text(event)).append(' ');
            }
            out.append('|').append(p.times.number(event)).append('|').append(component.path());
            return new Message(
                    TypedValue.of(StringValue.of(out.toString()), MediaType.TEXT),
                    TypedValue.of(
                            dev.hinny.lang.engine.java.JavaBridge.toValue(Map.of("kind", "answer")), MediaType.JAVA));
        };
    }
}
