package dev.hinny.dist;

import dev.hinny.http.Body;
import dev.hinny.http.ClientConfig;
import dev.hinny.http.ClientRequest;
import dev.hinny.http.EventLoops;
import dev.hinny.http.Headers;
import dev.hinny.http.HttpClient;
import dev.hinny.http.Response;
import dev.hinny.runtime.api.Listeners;
import dev.hinny.runtime.engine.ApplicationRuntime;
import dev.hinny.runtime.engine.Applications;
import dev.hinny.runtime.engine.Host;
import dev.hinny.runtime.engine.log.Logs;
import dev.hinny.runtime.model.LoadOptions;
import dev.hinny.runtime.model.descriptor.Catalog;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs an application in this process, calls it and stops it: what {@code run} and a worker load at their start. */
final class Rehearsal {
    static final String NAME = "rehearsal";
    static final String APPLICATION = """
        <?xml version="1.0" encoding="UTF-8"?>
        <mule xmlns="http://www.mulesoft.org/schema/mule/core"
              xmlns:http="http://www.mulesoft.org/schema/mule/http"
              xmlns:ee="http://www.mulesoft.org/schema/mule/ee/core">
            <global-property name="answer" value="hello"/>
            <http:listener-config name="server">
                <http:listener-connection host="127.0.0.1" port="8081"/>
            </http:listener-config>
            <http:request-config name="client">
                <http:request-connection host="127.0.0.1" port="8082"/>
            </http:request-config>
            <error-handler name="errors">
                <on-error-propagate type="ANY" logException="false">
                    <set-variable variableName="status" value="#[500]"/>
                    <set-payload value='#[output application/json --- {error: error.description}]'/>
                </on-error-propagate>
            </error-handler>
            <flow name="main">
                <http:listener config-ref="server" path="/*">
                    <http:response statusCode="#[vars.status default 200]"/>
                    <http:error-response statusCode="#[vars.status default 500]"><http:body>#[payload]</http:body></http:error-response>
                </http:listener>
                <logger level="INFO" message="#[attributes.requestPath]"/>
                <choice>
                    <when expression="#[attributes.method == 'POST']"><flow-ref name="transform"/></when>
                    <otherwise><set-payload value="${answer}"/></otherwise>
                </choice>
                <error-handler ref="errors"/>
            </flow>
            <sub-flow name="transform">
                <set-variable variableName="asked" value="#[payload.name]"/>
                <try>
                    <raise-error type="APP:EXPECTED" description="of course"/>
                    <error-handler>
                        <on-error-continue type="APP:EXPECTED" logException="false"><set-variable variableName="caught" value="#[true]"/></on-error-continue>
                    </error-handler>
                </try>
                <ee:transform>
                    <ee:message>
                        <ee:set-payload><![CDATA[%dw 2.0
        output application/json
        ---
        {hello: vars.asked, caught: vars.caught, path: attributes.requestPath}]]></ee:set-payload>
                    </ee:message>
                </ee:transform>
            </sub-flow>
        </mule>
        """;
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final int LIMIT = 1 << 16;

    private Rehearsal() {}

    /** Whether the application in the folder answered as it should. */
    static boolean of(Path folder) throws IOException {
        Logs.standard().replace(List.of());
        Port port = new Port(new AtomicInteger());
        try (EventLoops loops = EventLoops.create()) {
            Host host = Host.inMemory()
                    .withListeners(port)
                    .withTemporary(folder.resolve("tmp"))
                    .withService(EventLoops.class, loops);
            ApplicationRuntime running = Applications.start(
                    folder.resolve(NAME + ".xml"), Catalog.standard(), LoadOptions.strict(Map.of()), host);
            try (HttpClient client = new HttpClient(loops, ClientConfig.standard())) {
                return called(client, "http://127.0.0.1:" + port.real());
            } finally {
                running.stop(DRAIN);
                running.close();
            }
        }
    }

    private static boolean called(HttpClient client, String url) throws IOException {
        Response plain = client.send(ClientRequest.of("GET", url + "/plain"));
        plain.body().bytes(LIMIT);
        Response transformed = client.send(ClientRequest.of("POST", url + "/transformed")
                .withHeaders(Headers.of("content-type", "application/json"))
                .withBody(Body.of("{\"name\": \"you\"}", StandardCharsets.UTF_8)));
        transformed.body().bytes(LIMIT);
        return plain.status() == 200 && transformed.status() == 200;
    }

    /** A free port of the loopback interface in place of the declared one. */
    private record Port(AtomicInteger bound) implements Listeners {
        @Override
        public InetSocketAddress address(String configuration, String declaredHost, int declaredPort) {
            return new InetSocketAddress("127.0.0.1", 0);
        }

        @Override
        public void bound(String configuration, int declaredPort, String protocol, String basePath, int realPort) {
            bound.set(realPort);
        }

        int real() {
            return bound.get();
        }
    }
}
