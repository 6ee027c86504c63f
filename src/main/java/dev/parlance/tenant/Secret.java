package dev.parlance.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// A token's secret: shown once, kept only as its SHA-256.
public record Secret(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /// A new secret of 256 random bits behind the prefix.
    static Secret random(String prefix) {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Enough to recognise it by in a list.
    String shown(String prefix) {
        return prefix + "…" + text.substring(text.length() - 4);
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
