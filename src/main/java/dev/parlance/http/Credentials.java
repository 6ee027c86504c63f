package dev.parlance.http;

import dev.parlance.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Takes the token out of an `Authorization` header.
final class Credentials {
    private Credentials() {}

    /// The token as sent.
    ///
    /// @throws dev.parlance.problem.Refusal Unauthenticated when there is none or it cannot be read
    static String secret(@Nullable String authorization, boolean acceptsBasic) {
        if (authorization == null || authorization.isBlank()) {
            throw new Problem.Unauthenticated("The request carries no token.").refusal();
        }
        String header = authorization.strip();
        int space = header.indexOf(' ');
        String scheme = space < 0 ? header : header.substring(0, space);
        String rest = space < 0 ? "" : header.substring(space + 1).strip();
        String secret = "bearer".equalsIgnoreCase(scheme) ? rest : "";
        if (acceptsBasic && "basic".equalsIgnoreCase(scheme)) {
            secret = userName(rest);
        }
        if (secret.isEmpty() || !isToken(secret)) {
            throw new Problem.Unauthenticated(expected(acceptsBasic)).refusal();
        }
        return secret;
    }

    static String challenge(boolean acceptsBasic) {
        return acceptsBasic ? "Bearer realm=\"parlance\", Basic realm=\"parlance\"" : "Bearer realm=\"parlance\"";
    }

    private static String expected(boolean acceptsBasic) {
        return acceptsBasic
                ? "Expected Authorization: Bearer TOKEN, or Basic with the token as the user name."
                : "Expected Authorization: Bearer TOKEN.";
    }

    private static String userName(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? pair : pair.substring(0, colon);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static boolean isToken(String secret) {
        return secret.chars().allMatch(c -> c > ' ' && c <= '~');
    }
}
