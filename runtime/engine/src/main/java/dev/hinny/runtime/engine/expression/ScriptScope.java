package dev.hinny.runtime.engine.expression;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.Application;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.FlowEntry;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.Message;
import java.io.File;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names that a flow's scripts see, and what they mean for an event. */
public final class ScriptScope {
    private static final String COMPATIBLE_VERSION = "4.9.0";

    private final Application application;
    private final Clock clock;
    private final Value app;
    private final Value mule;
    private final HostFunction property;
    private volatile @Nullable Value server;

    public ScriptScope(Application application, Clock clock) {
        this.application = application;
        this.clock = clock;
        this.property = HostFunction.of("p", this::property, "name");
        String home = application.property("mule.home").orElse("");
        this.app = object(
                "name", StringValue.of(application.name()),
                "encoding", StringValue.of("UTF-8"),
                "standalone", BooleanValue.TRUE,
                "workDir", StringValue.of(application.property("app.home").orElse("")),
                "registry", ObjectValue.EMPTY);
        this.mule = object(
                "version", StringValue.of(COMPATIBLE_VERSION),
                "home", StringValue.of(home),
                "clusterId", StringValue.of(""),
                "nodeId", NumberValue.of(0));
    }

    Bindings bindings(Event event, Map<String, TypedValue> more) {
        Bindings.Builder names = Bindings.builder()
                .typed("payload", event.payload())
                .typed("attributes", event.attributes())
                .lazy("vars", () -> variables(event.variables()))
                .lazy("message", () -> ErrorValues.message(event.message()))
                .lazy("correlationId", () -> StringValue.of(event.correlationId()))
                .lazy("error", () -> event.error().map(ErrorValues::error).orElse(NullValue.NULL))
                .lazy(
                        "flow",
                        () -> object("name", StringValue.of(event.context().flow())))
                .value("app", app)
                .value("mule", mule)
                .lazy("server", this::server)
                .value("authentication", NullValue.NULL)
                .value("itemSequenceInfo", NullValue.NULL)
                .lazy("dataType", () -> dataType(event.payload().mediaType()))
                .function("p", property)
                .lazy("lookup", () -> HostFunction.of("lookup", a -> lookup(event, a), "flow", "payload", "timeout?"))
                .lazy("causedBy", () -> HostFunction.of("causedBy", a -> causedBy(event, a), "error", "type"));
        more.forEach(names::typed);
        return names.build();
    }

    private static Value dataType(MediaType type) {
        return object(
                "mimeType",
                StringValue.of(type.essence()),
                "encoding",
                type.charset().<Value>map(c -> StringValue.of(c.name())).orElse(NullValue.NULL));
    }

    /** {@code vars}. */
    static ObjectValue variables(Map<String, TypedValue> variables) {
        List<Entry> entries = new ArrayList<>(variables.size());
        variables.forEach((name, value) -> entries.add(LazyField.of(name, () -> ErrorValues.typed(value))));
        return ObjectValue.of(entries);
    }

    private Value property(Value[] arguments) {
        return application
                .property(Texts.of(HostFunction.argument(arguments, 0)))
                .<Value>map(StringValue::of)
                .orElse(NullValue.NULL);
    }

    private Value lookup(Event event, Value[] arguments) {
        String name = Texts.of(HostFunction.argument(arguments, 0));
        Optional<FlowEntry> flow = application.flow(name);
        if (flow.isEmpty()) {
            throw EvaluationException.of(
                    "UNKNOWN-FLOW", "there is no flow '" + name + "' to look up", "sub-flows cannot be looked up");
        }
        TypedValue payload = TypedValue.of(Materials.whole(HostFunction.argument(arguments, 1)), MediaType.JAVA);
        try {
            Event started = event.withMessage(new Message(payload, event.attributes()));
            return flow.get().run(started).payload().value();
        } catch (FlowError e) {
            throw new EvaluationException(
                    dev.hinny.base.Problem.error(
                            "LOOKUP-FAILED", null, "the flow '" + name + "' failed: " + e.getMessage()),
                    e);
        }
    }

    private static Value causedBy(Event event, Value[] arguments) {
        String wanted = Texts.of(HostFunction.argument(arguments, arguments.length > 1 ? 1 : 0));
        Throwable cause =
                event.error().map(dev.hinny.runtime.api.ErrorInfo::cause).orElse(null);
        for (int i = 0; cause != null && i < 50; cause = cause.getCause(), i++) {
            for (Class<?> type = cause.getClass(); type != null; type = type.getSuperclass()) {
                if (type.getName().equals(wanted)) {
                    return BooleanValue.TRUE;
                }
            }
        }
        return BooleanValue.FALSE;
    }

    private Value server() {
        Value known = server;
        if (known == null) {
            known = describeServer();
            server = known;
        }
        return known;
    }

    private Value describeServer() {
        String host = "localhost";
        String address = "127.0.0.1";
        try {
            InetAddress local = InetAddress.getLocalHost();
            host = local.getHostName();
            address = local.getHostAddress();
        } catch (UnknownHostException e) {
            host = "localhost";
        }
        List<Entry> entries = new ArrayList<>();
        entries.add(LazyField.of("dateTime", () -> TemporalValue.of(ZonedDateTime.now(clock))));
        entries.add(LazyField.of("nanoTime", () -> NumberValue.of(System.nanoTime())));
        entries.add(LazyField.of("env", () -> texts(System.getenv())));
        entries.add(LazyField.of("systemProperties", () -> {
            Map<String, String> properties = new java.util.TreeMap<>();
            System.getProperties().stringPropertyNames().forEach(n -> properties.put(n, System.getProperty(n, "")));
            return texts(properties);
        }));
        Map<String, String> fixed = new java.util.LinkedHashMap<>();
        fixed.put("fileSeparator", File.separator);
        fixed.put("host", host);
        fixed.put("ip", address);
        fixed.put("locale", Locale.getDefault().toString());
        fixed.put("javaVersion", System.getProperty("java.version", ""));
        fixed.put("javaVendor", System.getProperty("java.vendor", ""));
        fixed.put("osName", System.getProperty("os.name", ""));
        fixed.put("osArch", System.getProperty("os.arch", ""));
        fixed.put("osVersion", System.getProperty("os.version", ""));
        fixed.put("timeZone", ZoneId.systemDefault().getId());
        fixed.put("tmpDir", System.getProperty("java.io.tmpdir", ""));
        fixed.put("userName", System.getProperty("user.name", ""));
        fixed.put("userHome", System.getProperty("user.home", ""));
        fixed.put("userDir", System.getProperty("user.dir", ""));
        fixed.forEach((k, v) -> entries.add(Entry.of(k, StringValue.of(v))));
        return ObjectValue.of(entries);
    }

    private static ObjectValue texts(Map<String, String> map) {
        List<Entry> entries = new ArrayList<>();
        map.forEach((k, v) -> entries.add(Entry.of(k, StringValue.of(v))));
        return ObjectValue.of(entries);
    }

    private static ObjectValue object(Object... pairs) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            entries.add(Entry.of((String) pairs[i], (Value) pairs[i + 1]));
        }
        return ObjectValue.of(entries);
    }

    /** For errors and results of routers: messages in an array. */
    public static ArrayValue messages(List<Message> messages) {
        return ArrayValue.of(messages.stream().map(ErrorValues::message).toList());
    }
}
