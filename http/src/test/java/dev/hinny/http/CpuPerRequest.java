package dev.hinny.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures the CPU time that a server process spends on a request: answered on the loop, handled on a virtual thread,
 * forwarded. Each kind runs in a process of its own; this process makes the load over 32 kept connections.
 *
 * <p>{@code CpuPerRequest WARM-SECONDS SECONDS ROUNDS [PID:PORT of another proxy to the printed backend port]}
 */
final class CpuPerRequest {
    private static final String JSON = "{\"text\":\"" + "x".repeat(1010) + "\"}";
    private static final int CONNECTIONS = 32;

    private CpuPerRequest() {}

    public static void main(String[] args) throws Exception {
        if (args[0].equals("serve")) {
            serve(args);
            return;
        }
        List<Process> children = new ArrayList<>();
        try {
            measure(args, children);
        } finally {
            children.forEach(Process::destroyForcibly);
        }
        System.exit(0);
    }

    private static void serve(String[] args) throws Exception {
        EventLoops loops = EventLoops.create(1);
        Response json = Response.json(200, JSON);
        RequestHandler handler = switch (args[1]) {
            case "answer" -> r -> new Answer(json);
            case "handle" -> RequestHandler.blocking(r -> json);
            case "body" ->
                RequestHandler.blocking(
                        r -> Response.of(200, json.headers(), Body.of(r.body().bytes(1 << 20))));
            default -> {
                Forward forward = Forward.to(Destination.plain("127.0.0.1", Integer.parseInt(args[1])));
                yield r -> forward;
            }
        };
        HttpServer server = HttpServer.start(
                loops,
                ServerConfig.of("127.0.0.1", 0),
                r -> r.path().equals("/threads") ? new Answer(Response.text(200, threads())) : handler.onRequest(r));
        System.out.println(server.port());
        System.in.read();
    }

    private static String threads() {
        ThreadMXBean bean = ManagementFactory.getThreadMXBean();
        Map<String, Long> groups = new LinkedHashMap<>();
        for (long id : bean.getAllThreadIds()) {
            var info = bean.getThreadInfo(id);
            if (info != null) {
                String name = info.getThreadName();
                String group = name.startsWith("hinny-io")
                        ? "loop"
                        : name.startsWith("ForkJoinPool")
                                ? "carrier"
                                : name.contains("Unparker") ? "unparker" : "other";
                groups.merge(group, bean.getThreadCpuTime(id), Long::sum);
            }
        }
        StringBuilder out = new StringBuilder();
        groups.forEach(
                (group, nanos) -> out.append(group).append('=').append(nanos).append(' '));
        return out.toString();
    }

    private record Subject(String name, long pid, int port, boolean post) {}

    private static Subject spawn(String name, String kind, List<Process> children) throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dio.netty.allocator.type=" + System.getProperty("allocator", "adaptive"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CpuPerRequest.class.getName(),
                        "serve",
                        kind)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        children.add(process);
        var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new Subject(name, process.pid(), Integer.parseInt(in.readLine()), kind.equals("body"));
    }

    private static void measure(String[] args, List<Process> children) throws Exception {
        Duration warm = Duration.ofSeconds(Long.parseLong(args[0]));
        Duration run = Duration.ofSeconds(Long.parseLong(args[1]));
        int rounds = Integer.parseInt(args[2]);
        Subject backend = spawn("backend", "answer", children);
        System.out.println("backend " + backend.port);
        List<Subject> subjects = new ArrayList<>();
        subjects.add(spawn("answer", "answer", children));
        subjects.add(spawn("handle", "handle", children));
        subjects.add(spawn("handle, 1 KB read", "body", children));
        subjects.add(spawn("forward", Integer.toString(backend.port), children));
        if (args.length > 3) {
            String[] other = args[3].split(":");
            System.out.println("waiting for the other proxy on " + other[1]);
            while (!Files.exists(Path.of(other[0]))) {
                Thread.onSpinWait();
            }
            subjects.add(new Subject(
                    "other proxy",
                    Long.parseLong(Files.readString(Path.of(other[0])).trim()),
                    Integer.parseInt(other[1]),
                    false));
        }
        try (EventLoops loops = EventLoops.create(1)) {
            for (Subject subject : subjects) {
                load(loops, subject, warm);
            }
            for (int round = 0; round < rounds; round++) {
                for (Subject subject : subjects) {
                    report(loops, subject, run);
                }
            }
        }
    }

    private static void report(EventLoops loops, Subject subject, Duration run) throws Exception {
        boolean own = !subject.name.startsWith("other");
        String before = own ? ask(loops, subject) : "";
        long cpu = cpu(subject.pid);
        long count = load(loops, subject, run);
        long spent = cpu(subject.pid) - cpu;
        String after = own ? ask(loops, subject) : "";
        System.out.printf(
                Locale.ROOT,
                "%-18s %6.1f us CPU/request  %7.0f requests/s  %s%n",
                subject.name,
                spent / 1000.0 / count,
                count / (run.toMillis() / 1000.0),
                split(before, after, count));
    }

    private static String split(String before, String after, long count) {
        StringBuilder out = new StringBuilder();
        for (String part : after.trim().split(" ")) {
            String[] pair = part.split("=");
            if (pair.length == 2) {
                int at = before.indexOf(pair[0] + "=");
                long old = at < 0
                        ? 0
                        : Long.parseLong(before.substring(at + pair[0].length() + 1, before.indexOf(' ', at)));
                out.append(String.format(
                        Locale.ROOT, "%s %.1f  ", pair[0], (Long.parseLong(pair[1]) - old) / 1000.0 / count));
            }
        }
        return out.toString();
    }

    private static String ask(EventLoops loops, Subject subject) throws Exception {
        try (HttpClient client = new HttpClient(loops, ClientConfig.standard());
                Response response = client.send(ClientRequest.get("http://127.0.0.1:" + subject.port + "/threads"))) {
            return response.body().text(10_000, StandardCharsets.UTF_8);
        }
    }

    /** User and system time, in nanoseconds, from the kernel's 10 ms ticks. */
    private static long cpu(long pid) throws Exception {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10_000_000L;
    }

    private static long load(EventLoops loops, Subject subject, Duration time) throws Exception {
        AtomicLong count = new AtomicLong();
        long end = System.nanoTime() + time.toNanos();
        EventLoop loop = loops.group().next();
        Destination destination = Destination.plain("127.0.0.1", subject.port);
        CountDownLatch open = new CountDownLatch(CONNECTIONS);
        for (int i = 0; i < CONNECTIONS; i++) {
            Connector.connect(loop, loops.channel(), destination, Duration.ofSeconds(5), new Connector.Opened() {
                @Override
                public void connected(UpstreamConnection connection) {
                    new Loader(connection, subject.post, end, count, open).next();
                }

                @Override
                public void failed(HttpClientException cause) {
                    open.countDown();
                }
            });
        }
        open.await();
        return count.get();
    }

    private record Loader(UpstreamConnection connection, boolean post, long end, AtomicLong count, CountDownLatch open)
            implements UpstreamConnection.Listener {
        void next() {
            connection.use(this, Duration.ofSeconds(30).toNanos());
            var body = post ? Unpooled.copiedBuffer(JSON, StandardCharsets.US_ASCII) : Unpooled.EMPTY_BUFFER;
            var request = new DefaultFullHttpRequest(
                    HttpVersion.HTTP_1_1, post ? HttpMethod.POST : HttpMethod.GET, "/orders/1", body);
            HttpHeaders headers = request.headers();
            headers.set("host", "localhost").set("accept", "application/json").set("user-agent", "load/1");
            if (post) {
                headers.set("content-length", body.readableBytes());
            }
            connection.ctx().writeAndFlush(request);
        }

        @Override
        public void head(HttpResponse head) {
            if (head.status().code() != 200) {
                throw new IllegalStateException("found " + head.status());
            }
        }

        @Override
        public void content(HttpContent content) {
            content.release();
        }

        @Override
        public void end(boolean reusable) {
            count.incrementAndGet();
            if (System.nanoTime() < end && reusable) {
                next();
            } else {
                connection.close();
                open.countDown();
            }
        }

        @Override
        public void readComplete() {}

        @Override
        public void writabilityChanged() {}

        @Override
        public void failed(HttpClientException cause) {
            open.countDown();
        }
    }
}
