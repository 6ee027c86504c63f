package dev.parlance.responder;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Who answers a tenant's contacts. A tenant without one has its answers posted by whoever speaks through the API.
/// Secrets are not in it, but the names of the server's environment variables that hold them.
public sealed interface Responder {
    Patience patience();

    /// How long it may think, and how often it is asked before people are.
    record Patience(Duration timeout, int attempts) {}

    /// An address of the tenant's, which is told of each turn and answers it.
    record Webhook(URI url, String secretVariable, Patience patience) implements Responder {}

    /// A language model behind an OpenAI-compatible chat endpoint.
    ///
    /// @param base what `/chat/completions` is appended to
    /// @param keyVariable null for an endpoint that wants no key
    /// @param instructions what the model is told first; null for a few plain words of ours
    /// @param items how many items of knowledge it is given at most
    record Model(
            URI base,
            String model,
            @Nullable String keyVariable,
            @Nullable String instructions,
            int items,
            Patience patience)
            implements Responder {}
}
