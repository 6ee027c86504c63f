package dev.parlance.system;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A `curl` command as people paste it, read from a text and sent as it says.
record Curl(String method, URI url, List<String> headers, String body) {
    private static final Pattern COMMAND = Pattern.compile("(?m)^curl ((?:[^\\n]*\\\\\\n)*[^\\n]*)$");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s'\"]+)");

    static List<Curl> allIn(String text) {
        return COMMAND.matcher(text)
                .results()
                .map(found -> of(words(found.group(1).replace("\\\n", " "))))
                .toList();
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find() && !"|".equals(matcher.group(3))) {
            String quoted = matcher.group(2);
            String plain = matcher.group(1) == null ? matcher.group(3) : matcher.group(1);
            words.add(quoted == null ? plain : quoted.replaceAll("\\\\(.)", "$1"));
        }
        return words;
    }

    private static Curl of(List<String> words) {
        String method = "";
        String url = "";
        String body = "";
        List<String> headers = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-s", "-sS", "-i" -> {}
                case "-X" -> method = words.get(++i);
                case "-d", "--data" -> body = words.get(++i);
                case "-H" -> headers.addAll(List.of(words.get(++i).split(": ", 2)));
                default -> url = words.get(i);
            }
        }
        String usual = body.isEmpty() ? "GET" : "POST";
        return new Curl(method.isEmpty() ? usual : method, URI.create(url), headers, body);
    }

    Answer send() {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(Duration.ofMinutes(1))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return Caller.send(request);
    }
}
