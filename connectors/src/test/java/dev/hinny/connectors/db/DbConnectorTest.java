package dev.hinny.connectors.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.hinny.base.ProblemException;
import dev.hinny.connectors.tck.ConnectorTck;
import dev.hinny.connectors.tck.RunningApp;
import dev.hinny.runtime.api.ConnectorProvider;
import dev.hinny.runtime.api.FlowError;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Statements on a real PostgreSQL, and on H2 as a driver that the configuration names. */
final class DbConnectorTest extends ConnectorTck {
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @Override
    protected ConnectorProvider provider() {
        return new DbConnector();
    }

    @Override
    protected String[] exampleProperties() {
        return new String[] {
            "db.url",
            "jdbc:h2:mem:readme;DB_CLOSE_DELAY=-1;DATABASE_TO_UPPER=false",
            "db.driver",
            "org.h2.Driver",
            "db.user",
            "sa",
            "db.password",
            ""
        };
    }

    private static String config(String url) {
        return "<db:config name=\"db\"><db:generic-connection url=\"" + url
                + "\" user=\"postgres\" password=\"postgres\"/></db:config>\n";
    }

    private static String config() {
        return config(postgres.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", ""));
    }

    private static void sql(String... statements) throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static FlowError error(RunningApp app, String flow, Object payload) {
        try {
            app.run(flow, payload);
            throw new AssertionError("no error");
        } catch (FlowError e) {
            return e;
        }
    }

    @Test
    void the_readme_s_example_runs() throws Exception {
        try (RunningApp app = RunningApp.start(exampleProject(), h -> h, exampleProperties())) {
            app.run("schema", null);
            assertThat(app.run("add", Map.of("id", 1, "name", "mocha", "price", 4.75)))
                    .isEqualTo(Map.of("affectedRows", 1, "generatedKeys", Map.of()));
            app.run("add", Map.of("id", 2, "name", "java", "price", 12));
            assertThat(app.run("cheap", 10)).isEqualTo(List.of("mocha 4.75"));
        }
    }

    @Test
    void columns_become_values_of_the_language() throws Exception {
        sql(
                "create table kinds (i int, l bigint, n numeric(20,5), d double precision, b boolean, t text, c"
                    + " char(3), u uuid, j jsonb, day date, at time, local timestamp, moment timestamptz, bytes bytea,"
                    + " list int[], nothing text)",
                "insert into kinds values (1, 9007199254740993, 123456789012345.12345, 0.1, true, 'tea', 'abc',"
                        + " '00000000-0000-0000-0000-000000000001', '{\"a\": 1}', '2026-11-24', '10:11:12', '2026-11-24"
                        + " 10:11:12.5', '2026-11-24T10:11:12Z', '\\x0102', '{1,2}', null)");
        String flows = config() + """
            <flow name="read"><db:query-single config-ref="db" sql="select * from kinds"/></flow>
            <flow name="json"><db:select config-ref="db" sql="select i, l, n, b, t, day, nothing from kinds"/>
              <set-payload value="#[output application/json --- payload]"/></flow>
            """;
        try (RunningApp app = RunningApp.of(folder, flows)) {
            @SuppressWarnings("unchecked")
            Map<String, Object> row = (Map<String, Object>) app.run("read", null);
            assertThat(row)
                    .containsEntry("i", 1)
                    .containsEntry("l", 9007199254740993L)
                    .containsEntry("n", new java.math.BigDecimal("123456789012345.12345"))
                    .containsEntry("d", 0.1)
                    .containsEntry("b", true)
                    .containsEntry("t", "tea")
                    .containsEntry("u", "00000000-0000-0000-0000-000000000001")
                    .containsEntry("j", "{\"a\": 1}")
                    .containsEntry("day", LocalDate.of(2026, 11, 24))
                    .containsEntry("local", LocalDateTime.of(2026, 11, 24, 10, 11, 12, 500_000_000))
                    .containsEntry("bytes", new byte[] {1, 2})
                    .containsEntry("list", List.of(1, 2))
                    .containsEntry("nothing", null);
            assertThat((ZonedDateTime) row.get("moment")).isEqualTo(ZonedDateTime.parse("2026-11-24T10:11:12Z"));
            assertThat(String.valueOf(new String(
                                    app.event("json", null).payload().bytes().bytes()))
                            .replaceAll("\\s", ""))
                    .isEqualTo("[{\"i\":1,\"l\":9007199254740993,\"n\":123456789012345.12345,\"b\":true,\"t\":\"tea\","
                            + "\"day\":\"2026-11-24\",\"nothing\":null}]");
        }
    }

    @Test
    void parameters_take_the_types_of_their_columns() throws Exception {
        sql("create table typed (id int, day date, price numeric, doc jsonb, at timestamptz, name text, flag boolean)");
        String flows = config() + """
            <flow name="put"><db:insert config-ref="db">
              <db:sql><![CDATA[-- :none of these: ':no'
                insert into typed values (:id, :day, :price, :doc, :at, 'a:b' || :name::text /* :no */, :flag)]]></db:sql>
              <db:input-parameters><![CDATA[#[{id: '7', day: '2026-01-02', price: 1.25, doc: {a: [1, 2]},
                at: |2026-01-02T03:04:05Z|, name: payload, flag: true}]]]></db:input-parameters>
            </db:insert></flow>
            <flow name="get"><db:query-single config-ref="db">
              <db:sql>select id, day, price, doc->>'a' as a, name, flag from typed where id = :id and day >= :from and (:x::text is null)</db:sql>
              <db:input-parameters>#[{id: 7, from: |2026-01-01|, x: null}]</db:input-parameters>
            </db:query-single></flow>
            """;
        try (RunningApp app = RunningApp.of(folder, flows)) {
            assertThat(app.run("put", "O'Hara; drop table typed"))
                    .isEqualTo(Map.of("affectedRows", 1, "generatedKeys", Map.of()));
            assertThat(app.run("get", null))
                    .isEqualTo(Map.of(
                            "id",
                            7,
                            "day",
                            LocalDate.of(2026, 1, 2),
                            "price",
                            1.25,
                            "a",
                            "[1, 2]",
                            "name",
                            "a:bO'Hara; drop table typed",
                            "flag",
                            true));
        }
    }

    @Test
    void changes_say_how_many_rows_and_which_keys() throws Exception {
        sql("create table keyed (id serial primary key, name text)");
        String flows = config() + """
            <flow name="insert"><db:insert config-ref="db" autoGenerateKeys="true">
              <db:sql>insert into keyed (name) values (:n)</db:sql>
              <db:input-parameters>#[{n: payload}]</db:input-parameters>
              <db:auto-generated-keys-column-names><db:auto-generated-keys-column-name value="id"/></db:auto-generated-keys-column-names>
            </db:insert></flow>
            <flow name="update"><db:update config-ref="db" sql="update keyed set name = :n"><db:input-parameters>#[{n: 'x'}]</db:input-parameters></db:update></flow>
            <flow name="bulk"><db:bulk-insert config-ref="db"><db:sql>insert into keyed (id, name) values (:id, :name)</db:sql></db:bulk-insert></flow>
            <flow name="delete"><db:delete config-ref="db" sql="delete from keyed where name like :p"><db:input-parameters>#[{p: payload}]</db:input-parameters></db:delete></flow>
            <flow name="count"><db:query-single config-ref="db" sql="select count(*) as n from keyed"/><set-payload value="#[payload.n]"/></flow>
            """;
        try (RunningApp app = RunningApp.of(folder, flows)) {
            assertThat(app.run("insert", "a")).isEqualTo(Map.of("affectedRows", 1, "generatedKeys", Map.of("id", 1)));
            app.run("insert", "b");
            assertThat(app.run("update", null)).isEqualTo(Map.of("affectedRows", 2, "generatedKeys", Map.of()));
            assertThat(app.run("bulk", List.of(Map.of("id", 10, "name", "p"), Map.of("id", 11, "name", "q"))))
                    .isEqualTo(List.of(1, 1));
            FlowError twice = error(app, "bulk", List.of(Map.of("id", 12, "name", "r"), Map.of("id", 10, "name", "s")));
            assertThat(twice.type().toString()).isEqualTo("DB:QUERY_EXECUTION");
            assertThat(app.run("count", null)).isEqualTo(4);
            assertThat(app.run("delete", "%")).isEqualTo(4);
        }
    }

    @Test
    void scripts_and_procedures_run() throws Exception {
        String flows = config() + """
            <flow name="script"><db:execute-script config-ref="db" file="db/setup.sql"/></flow>
            <flow name="call"><db:stored-procedure config-ref="db">
              <db:sql>call twice(:x, :y)</db:sql>
              <db:parameter-types><db:parameter-type key="x" type="INTEGER"/></db:parameter-types>
              <db:input-parameters>#[{x: payload}]</db:input-parameters>
              <db:output-parameters><db:output-parameter key="y" type="INTEGER"/></db:output-parameters>
            </db:stored-procedure></flow>
            """;
        RunningApp.resource(folder, "db/setup.sql", """
            -- a comment; with a semicolon
            create table scripted (t text);
            insert into scripted values ('a;b'), ('c');
            create procedure twice(in x int, inout y int) language plpgsql as $body$ begin y := x * 2; end; $body$;
            """);
        try (RunningApp app = RunningApp.of(folder, flows)) {
            assertThat(app.run("script", null)).isEqualTo(List.of(0, 2, 0));
            assertThat(app.run("call", 21)).asString().contains("y=42");
        }
    }

    @Test
    void errors_have_their_types() throws Exception {
        sql("create table narrow (n int not null)");
        String flows = config() + """
            <flow name="syntax"><db:select config-ref="db" sql="selct 1"/></flow>
            <flow name="table"><db:select config-ref="db" sql="select * from nowhere"/></flow>
            <flow name="null"><db:insert config-ref="db" sql="insert into narrow values (null)"/></flow>
            <flow name="param"><db:select config-ref="db" sql="select :a"><db:input-parameters>#[{b: 1}]</db:input-parameters></db:select></flow>
            <flow name="rows"><db:select config-ref="db" sql="select generate_series(1, 11)">
              <repeatable-in-memory-iterable maxBufferSize="10"/></db:select></flow>
            <flow name="many"><db:select config-ref="db" fetchSize="100" maxRows="5000" sql="select generate_series(1, 20000) as n"/>
              <set-payload value="#[sizeOf(payload)]"/></flow>
            """;
        try (RunningApp app = RunningApp.of(folder, flows)) {
            assertThat(error(app, "syntax", null).type()).hasToString("DB:BAD_SQL_SYNTAX");
            assertThat(error(app, "table", null).type()).hasToString("DB:BAD_SQL_SYNTAX");
            assertThat(error(app, "null", null).type()).hasToString("DB:QUERY_EXECUTION");
            assertThat(error(app, "param", null)).hasMessageContaining("'a'").hasMessageContaining("b");
            assertThat(error(app, "rows", null).type()).hasToString("MULE:STREAM_MAXIMUM_SIZE_EXCEEDED");
            assertThat(app.run("many", null)).isEqualTo(5000);
        }
    }

    @Test
    void a_database_that_is_down_is_a_connectivity_error_at_use_and_at_start_where_wanted() throws Exception {
        EmbeddedPostgres other = EmbeddedPostgres.builder().start();
        String url = other.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", "");
        String flows =
                config(url) + "<flow name=\"one\"><db:query-single config-ref=\"db\" sql=\"select 1 as one\"/></flow>";
        try (RunningApp app = RunningApp.of(folder.resolve("lazy"), flows)) {
            assertThat(app.run("one", null)).isEqualTo(Map.of("one", 1));
            other.close();
            assertThat(error(app, "one", null).type().toString()).startsWith("DB:CONNECTIVITY");
            assertThat(error(app, "one", null).type().toString()).startsWith("DB:CONNECTIVITY");
        }
        String failing = flows.replace(
                "/></db:config>", "><reconnection failsDeployment=\"true\"/></db:generic-connection></db:config>");
        assertThatThrownBy(() -> RunningApp.of(folder.resolve("eager"), failing))
                .asInstanceOf(type(ProblemException.class))
                .extracting(e -> e.first().code())
                .isEqualTo("DATABASE-NOT-REACHABLE");
    }

    @Test
    void a_driver_that_is_not_there_is_named() {
        String flows = """
            <db:config name="db"><db:my-sql-connection host="h" port="3306" user="u" password="p" database="d"/></db:config>
            <flow name="one"><db:select config-ref="db" sql="select 1"/></flow>
            """;
        assertThat(RunningApp.check(RunningApp.project(folder, flows)))
                .singleElement()
                .asString()
                .contains("warning: MISSING-DRIVER")
                .contains("'com.mysql.cj.jdbc.Driver'");
        try (RunningApp app = RunningApp.of(folder, flows)) {
            assertThat(error(app, "one", null).type()).hasToString("DB:CANNOT_LOAD_DRIVER");
        }
    }

    @Test
    void a_listener_gives_each_new_row_once() throws Exception {
        sql(
                "create table news (id serial primary key, t text)",
                "create table seen (t text)",
                "insert into news (t) values ('a')");
        String flows = config() + """
            <flow name="watch">
              <db:listener config-ref="db" table="news" watermarkColumn="id">
                <scheduling-strategy><fixed-frequency frequency="20"/></scheduling-strategy>
              </db:listener>
              <db:insert config-ref="db" sql="insert into seen values (:t)"><db:input-parameters>#[{t: payload.t}]</db:input-parameters></db:insert>
            </flow>
            <flow name="seen"><db:select config-ref="db" sql="select t from seen order by t"/><set-payload value="#[payload.t joinBy ',']"/></flow>
            """;
        try (RunningApp app = RunningApp.of(folder, flows)) {
            awaitSeen(app, "a");
            sql("insert into news (t) values ('b'), ('c')");
            awaitSeen(app, "a,b,c");
        }
    }

    private static void awaitSeen(RunningApp app, String expected) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        Object seen = "";
        while (!expected.equals(seen) && System.nanoTime() < end) {
            seen = app.run("seen", null);
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void the_example_application_serves_its_api_from_a_database() throws Exception {
        Path example = Path.of("../examples/products-system-api");
        sql(Files.readString(example.resolve("src/main/resources/db/schema.sql")));
        String url = postgres.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", "");
        try (RunningApp app =
                RunningApp.start(example, h -> h, "db.url", url, "db.user", "postgres", "db.password", "postgres")) {
            assertThat(app.get("http-listener", "/health").statusCode()).isEqualTo(200);
            HttpResponse<String> products = app.get(
                    "http-listener",
                    "/api/products",
                    "client_id",
                    "x",
                    "client_secret",
                    "y",
                    "X-Correlation-ID",
                    "c-9");
            assertThat(products.statusCode()).as(products.body()).isEqualTo(200);
            assertThat(products.headers().firstValue("x-correlation-id")).contains("c-9");
            assertThat(products.body()).startsWith("[");
            assertThat(app.get("http-listener", "/api/nothing", "client_id", "x", "client_secret", "y")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(app.get("http-listener", "/console/").body()).contains("/products");
        }
    }
}
