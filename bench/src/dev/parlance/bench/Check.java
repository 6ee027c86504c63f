package dev.parlance.bench;

import dev.parlance.conversation.JsonText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Whether the server's answer and the SQL beside it name the same conversations: only then are their speeds worth
/// comparing.
final class Check {
    private static final List<String> LISTS = List.of("data", "conversations");
    private static final List<String> IDS = List.of("id", "session_id");

    private Check() {}

    static String of(Serving serving, Question.Variant variant) throws IOException, InterruptedException, SQLException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    client.send(request(serving, variant.ask()), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                return "status " + response.statusCode();
            }
            List<String> answered = ids(JsonText.parse(response.body()));
            List<String> asked = serving.plain().list(variant.statements().getFirst());
            return answered.equals(asked) ? "" : "OTHER ROWS";
        }
    }

    private static HttpRequest request(Serving serving, Ask ask) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(serving.address() + ask.path()))
                .header("Authorization", "Bearer " + serving.token());
        if (!ask.body().isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return request.method(ask.method(), HttpRequest.BodyPublishers.ofString(ask.body()))
                .build();
    }

    private static List<String> ids(JsonNode answer) {
        JsonNode list =
                LISTS.stream().filter(answer::has).map(answer::get).findFirst().orElse(answer);
        List<String> ids = new ArrayList<>();
        list.values()
                .forEach(row -> ids.add(IDS.stream()
                        .filter(row::has)
                        .map(id -> row.get(id).asString())
                        .findFirst()
                        .orElse("")));
        return ids;
    }
}
