package dev.parlance.system;

import dev.parlance.conversation.JsonText;
import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/// What a server answered.
record Answer(int status, HttpHeaders headers, String text) {
    JsonNode json() {
        return JsonText.parse(text);
    }
}
