package dev.parlance.journal;

import dev.parlance.conversation.By;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who wants a change, and the receipts under which it happens once: it happened already when any of them is known.
public record Stamp(By by, List<Receipt> receipts) {
    public Stamp {
        receipts = List.copyOf(receipts);
    }

    public Stamp(By by, @Nullable Receipt receipt) {
        this(by, receipt == null ? List.of() : List.of(receipt));
    }

    /// A change that is asked for again under the same key happened already; `fingerprint` tells whether it is the same
    /// one.
    public record Receipt(String key, String fingerprint) {}

    public static Stamp of(By by) {
        return new Stamp(by, List.of());
    }

    /// With one more receipt.
    public Stamp with(Receipt further) {
        return new Stamp(
                by, Stream.concat(receipts.stream(), Stream.of(further)).toList());
    }
}
