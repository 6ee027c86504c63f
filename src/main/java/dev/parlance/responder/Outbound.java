package dev.parlance.responder;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sends a POST and takes the whole answer, within a time and a size. Redirects are not followed: what is signed for
/// one
/// address goes to no other.
final class Outbound {
    private static final int MOST_BYTES = 1 << 20;
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,4}");

    private Outbound() {}

    /// Made when first needed.
    private static final class Client {
        static final HttpClient HTTP = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("parlance-outbound-", 0).factory()))
                .build();
    }

    /// A good answer's body, null when it has none (204).
    ///
    /// @param who for a failure's reason, such as `The webhook`
    /// @throws ResponderFailure for everything else
    static byte @Nullable [] post(String who, HttpRequest request, Duration timeout) {
        HttpResponse<byte[]> response = sent(who, request, timeout);
        int status = response.statusCode();
        if (status == 204) {
            return null;
        }
        if (status >= 200 && status < 300) {
            return response.body();
        }
        String reason = who + " answered with status " + status + ".";
        boolean passing = status >= 500 || status == 429 || status == 408 || status == 425;
        throw passing
                ? ResponderFailure.passing(reason, pause(response).orElse(null))
                : ResponderFailure.lasting(reason);
    }

    /// The client's own timeout ends with the head of an answer; this one holds for all of it.
    private static HttpResponse<byte[]> sent(String who, HttpRequest request, Duration timeout) {
        CompletableFuture<HttpResponse<byte[]>> sent =
                Client.HTTP.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw ResponderFailure.passing(who + " did not answer within " + timeout.toSeconds() + " seconds.");
        } catch (ExecutionException e) {
            throw unreachable(who, e.getCause());
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server is stopping", e);
        }
    }

    private static ResponderFailure unreachable(String who, @Nullable Throwable cause) {
        String kind = cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")";
        return cause instanceof IOException
                ? ResponderFailure.passing(who + " cannot be reached, or broke off" + kind + ".")
                : ResponderFailure.lasting(who + " cannot be asked" + kind + ".");
    }

    private static Optional<Duration> pause(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> SECONDS.matcher(value).matches())
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .map(asked -> asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked);
    }
}
