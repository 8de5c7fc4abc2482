package dev.hinny.policies.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The example of a policy's page: one block of JSON, the configuration, and blocks of HTTP with the lines of a request after
 * {@code >} and those that the response must have after {@code <}: the status, headers, the body.
 */
record Example(String configuration, List<List<String>> calls) {
    private static final Pattern BLOCK = Pattern.compile("```(json|http)\\n(.*?)```", Pattern.DOTALL);

    static Example of(Path page) throws IOException {
        String configuration = "";
        List<List<String>> calls = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(page));
        while (block.find()) {
            if (block.group(1).equals("json")) {
                configuration = block.group(2);
            } else {
                calls.add(block.group(2).lines().toList());
            }
        }
        assertThat(configuration).as("a block of JSON in " + page).isNotEmpty();
        assertThat(calls).as("blocks of HTTP in " + page).isNotEmpty();
        return new Example(configuration, calls);
    }

    void run(Stage stage, String url) throws Exception {
        for (List<String> call : calls) {
            List<String> request = lines(call, "> ");
            String[] line = request.getFirst().split(" ");
            List<String> headers = new ArrayList<>();
            for (String header : request.subList(1, request.size())) {
                headers.addAll(List.of(header.split(": ", 2)));
            }
            HttpResponse<String> response = stage.send(url, line[0], line[1], headers.toArray(String[]::new));
            List<String> expected = lines(call, "< ");
            assertThat(response.statusCode()).as(call.toString()).isEqualTo(Integer.parseInt(expected.getFirst()));
            for (String part : expected.subList(1, expected.size())) {
                if (part.startsWith("{")) {
                    assertThat(response.body()).isEqualTo(part);
                } else {
                    String[] header = part.split(": ", 2);
                    assertThat(response.headers().firstValue(header[0])).as(call.toString()).contains(header[1]);
                }
            }
        }
    }

    private static List<String> lines(List<String> call, String prefix) {
        return call.stream()
                .filter(l -> l.startsWith(prefix))
                .map(l -> l.substring(prefix.length()))
                .toList();
    }
}
