package dev.parlance.dialect.anyreach;

import dev.parlance.http.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a list goes on: the same request with another cursor.
final class NextPage {
    private static final String CURSOR = "cursor";

    private NextPage() {}

    /// The header for a page that is not the last.
    static Map<String, String> link(Request request, String path, Cursor cursor) {
        String query = Stream.concat(
                        request.query().stream()
                                .filter(parameter -> !parameter.name().equals(CURSOR)),
                        Stream.of(new Request.Parameter(CURSOR, cursor.text())))
                .map(parameter -> encoded(parameter.name()) + "=" + encoded(parameter.value()))
                .collect(Collectors.joining("&"));
        return Map.of("Link", "<" + path + "?" + query + ">; rel=\"next\"");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
