package dev.parlance.responder;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs what is sent as Standard Webhooks describe: HMAC-SHA256 over `id.timestamp.body`.
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";

    private final byte[] key;

    private Signature(byte[] key) {
        this.key = key;
    }

    /// A secret of the usual form `whsec_` and Base64 stands for its bytes, any other for its own characters.
    ///
    /// @throws ResponderFailure when what follows `whsec_` is not Base64
    static Signature of(String secret) {
        try {
            byte[] key = secret.startsWith(PREFIX)
                    ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
                    : secret.getBytes(StandardCharsets.UTF_8);
            return new Signature(key);
        } catch (IllegalArgumentException e) {
            throw ResponderFailure.lasting("The webhook's secret begins with whsec_ and is not Base64 after it.");
        }
    }

    /// The header's value.
    String sign(String id, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
