package dev.hinny.dist.demo;

import dev.hinny.cli.platform.AccessFile;
import dev.hinny.cli.platform.PlatformClient;
import dev.hinny.cli.platform.PlatformClient.Part;
import dev.hinny.runtime.model.ApplicationArchive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;

/** Puts the network on the platform through its REST API, as any client would. */
final class Setup {
    private static final Duration DEPLOYMENT = Duration.ofSeconds(120);

    private final PlatformClient platform;
    private final AccessFile access;
    private final Path folder;
    private final Network network;
    private final Placeholders names;
    private final String organization;
    private final String environment;

    Setup(PlatformClient platform, Path folder, Network network, Placeholders names) {
        this.platform = platform;
        this.access = platform.access();
        this.folder = folder;
        this.network = network;
        this.names = names;
        this.organization = access.organizationId();
        this.environment = access.environmentId();
    }

    /** Where the load balancer answers for each application. */
    void addresses() {
        URI edge = URI.create(access.edge());
        for (Network.Application application : network.applications()) {
            names.put(application.name() + ".protocol", "HTTP");
            names.put(application.name() + ".host", application.name() + "." + access.domain());
            names.put(application.name() + ".port", Integer.toString(edge.getPort()));
        }
    }

    void publish(Network.Application application) throws IOException {
        Path main = folder.resolve(application.folder())
                .resolve(application.specification().file());
        Network.Asset asset = application.asset();
        boolean raml = application.specification().kind().equals("raml");
        platform.upload(
                "POST",
                "/exchange/api/v2/organizations/" + organization + "/assets/" + organization + "/" + asset.id() + "/"
                        + asset.version(),
                List.of(
                        Part.field("name", application.name()),
                        Part.field("type", "rest-api"),
                        Part.field("status", "published"),
                        Part.field("properties.apiVersion", asset.apiVersion()),
                        Part.field("properties.mainFile", String.valueOf(main.getFileName())),
                        Part.file(
                                raml ? "files.raml.zip" : "files.oas.zip",
                                asset.id() + ".zip",
                                zip(java.util.Objects.requireNonNull(main.getParent())))));
    }

    private static byte[] zip(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                zip.write(Files.readAllBytes(file));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    void manage(Network.Application application) {
        JsonNode api = platform.post(
                apis(),
                Map.of(
                        "spec",
                        Map.of(
                                "groupId", organization,
                                "assetId", application.asset().id(),
                                "version", application.asset().version()),
                        "instanceLabel",
                        application.instance(),
                        "technology",
                        "mule4"));
        String id = api.path("id").asString("");
        names.put(application.name() + ".apiId", id);
        int order = 1;
        for (Network.Policy policy : application.policies()) {
            platform.post(
                    apis() + "/" + id + "/policies",
                    Map.of("assetId", policy.policy(), "configurationData", policy.configuration(), "order", order++));
        }
    }

    void registerClients() {
        for (Network.Client client : network.clients()) {
            JsonNode registered = platform.post(
                    "/exchange/api/v2/organizations/" + organization + "/applications",
                    Map.of("name", client.name(), "description", "A client of the demonstration"));
            names.put(
                    "client." + client.name() + ".id",
                    registered.path("clientId").asString(""));
            names.put(
                    "client." + client.name() + ".secret",
                    registered.path("clientSecret").asString(""));
            for (String application : client.contracts()) {
                platform.post(
                        apis() + "/" + names.get(application + ".apiId") + "/contracts",
                        Map.of("applicationId", registered.path("id").asLong(), "acceptedTerms", true));
            }
        }
    }

    /** Uploads the application and returns when it runs. */
    void deploy(Network.Application application) throws IOException, InterruptedException {
        platform.upload("POST", "/cloudhub/api/v2/applications", parts(application));
        await(application.name());
    }

    /** Uploads the application again and returns when the new version has taken over. */
    void redeploy(Network.Application application) throws IOException, InterruptedException {
        platform.upload("PUT", "/cloudhub/api/v2/applications/" + application.name(), parts(application));
        await(application.name());
    }

    private List<Part> parts(Network.Application application) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        ApplicationArchive.pack(folder.resolve(application.folder()), archive);
        Map<String, String> properties = new LinkedHashMap<>();
        application.properties().forEach((k, v) -> properties.put(k, names.fill(v)));
        Map<String, Object> info = Map.of(
                "domain",
                application.name(),
                "muleVersion",
                Map.of("version", "4.9.0"),
                "workers",
                Map.of("amount", application.replicas(), "type", Map.of("name", "Micro")),
                "properties",
                properties);
        return List.of(
                Part.field("appInfoJson", dev.hinny.plane.contract.Json.mapper().writeValueAsString(info)),
                Part.field("autoStart", "true"),
                Part.file("file", application.name() + ".jar", archive.toByteArray()));
    }

    private void await(String application) throws InterruptedException {
        JsonNode last = Await.until(
                DEPLOYMENT,
                () -> platform.get("/cloudhub/api/v2/applications/" + application),
                a -> settled(a) || a.path("status").asString("").endsWith("FAILED"));
        if (!settled(last)) {
            List<String> problems = new ArrayList<>();
            last.path("problems").forEach(p -> problems.add(p.asString("")));
            throw new IllegalStateException(
                    application + " is " + last.path("status").asString("") + ": " + String.join("; ", problems));
        }
    }

    private static boolean settled(JsonNode application) {
        JsonNode update = application.path("deploymentUpdateStatus");
        return application.path("status").asString("").equals("STARTED") && (update.isNull() || update.isMissingNode());
    }

    private String apis() {
        return "/apimanager/api/v1/organizations/" + organization + "/environments/" + environment + "/apis";
    }
}
