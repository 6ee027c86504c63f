package dev.parlance.dialect;

import dev.parlance.http.Request;
import dev.parlance.journal.Stamp;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import dev.parlance.tenant.Desk;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/// The header `Idempotency-Key`, in every dialect: a request that is sent again under its key has its effect once. The
/// key belongs to the token; another request under it is a conflict.
public final class Receipts {
    private static final int LONGEST = 255;

    private Receipts() {}

    /// Who asks for a change, and under which receipt.
    public static Stamp stamp(Request request, String call) {
        Optional<String> key = request.findHeader("idempotency-key");
        return Desk.stamp(
                request.access(),
                key.map(given -> new Stamp.Receipt(
                                request.access().token() + ":" + checked(given), fingerprint(request, call)))
                        .orElse(null));
    }

    /// The receipt of what a request makes under an id that the client chose: the same id again is the same request, or
    /// a
    /// conflict. It belongs to the tenant.
    public static Stamp.Receipt made(Request request, String call, UUID id) {
        return new Stamp.Receipt("made:" + id, fingerprint(request, call));
    }

    private static String checked(String key) {
        if (key.isBlank() || key.length() > LONGEST) {
            throw Problem.invalid(new Mistake(
                    Mistake.Place.HEADER,
                    "Idempotency-Key",
                    "length",
                    "Idempotency-Key must have 1 to " + LONGEST + " characters, and has " + key.length() + "."));
        }
        return key;
    }

    private static String fingerprint(Request request, String call) {
        String text = call + " " + request.path() + " " + request.json();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
