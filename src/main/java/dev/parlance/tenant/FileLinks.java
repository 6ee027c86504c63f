package dev.parlance.tenant;

import dev.parlance.conversation.Attachment;
import dev.parlance.conversation.Recording;
import dev.parlance.conversation.StableId;
import dev.parlance.problem.Problem;
import dev.parlance.query.Row;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Gives out addresses of held files that work for a while without a token, and lets in who comes with one.
public final class FileLinks implements FileGate {
    /// Where such addresses begin.
    public static final String PATH = "/files/";

    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    private final Registry registry;
    private final Files files;
    private final Clock clock;
    private final Terms terms;
    private volatile byte @Nullable [] secret;

    /// How long an address works, and with what it begins: null for the address by which the caller reached us.
    public record Terms(@Nullable String base, Duration lifetime) {
        /// A quarter of an hour.
        public static final Terms USUAL = new Terms(null, Duration.ofMinutes(15));
    }

    /// An address, and from when on it does not work any more.
    public record Link(String url, Instant expires) {}

    /// The addresses of what some conversations hold.
    public record Links(Map<UUID, Link> byId) {
        /// The address of the file that the conversation of this number has under this name; null when it is not held.
        public @Nullable Link find(long number, String name) {
            return byId.get(StableId.file(number, name));
        }
    }

    public FileLinks(Registry registry, Files files, Clock clock, Terms terms) {
        this.registry = registry;
        this.files = files;
        this.clock = clock;
        this.terms = terms;
    }

    /// Addresses for the recordings and attachments of these conversations: one question for all of them, none when
    /// they
    /// have no files. `origin` is how the caller reached us, such as `http://localhost:8080`. Rows as the token may see
    /// them have no files that it may not.
    public Links of(Access access, List<Row> rows, String origin) {
        List<UUID> named = rows.stream().flatMap(FileLinks::files).distinct().toList();
        if (named.isEmpty()) {
            return new Links(Map.of());
        }
        Map<UUID, HeldFile> held = files.find(access.tenant().id(), named);
        return new Links(held.keySet().stream()
                .collect(Collectors.toMap(id -> id, id -> link(access.tenant().publicId(), id, origin))));
    }

    @Override
    public Opened open(String tenant, String file, @Nullable String expires, @Nullable String signature) {
        if (!StableId.isUuid(tenant) || !StableId.isUuid(file)) {
            throw new Problem.NotFound("File").refusal();
        }
        check(tenant, file, expires, signature);
        Tenant owner = registry.findTenant(UUID.fromString(tenant)).orElseThrow(FileLinks::missing);
        UUID id = UUID.fromString(file);
        HeldFile held = files.find(owner.id(), List.of(id)).get(id);
        if (held == null) {
            throw missing();
        }
        return new Opened(held, (first, last, parts) -> files.read(owner.id(), held, first, last, parts));
    }

    private void check(String tenant, String file, @Nullable String expires, @Nullable String signature) {
        boolean readable =
                expires != null && signature != null && SECONDS.matcher(expires).matches();
        if (!readable || !isOurs(tenant + "/" + file, Objects.requireNonNull(expires), signature)) {
            throw new Problem.Forbidden("The signature of this address is missing or wrong.").refusal();
        }
        if (clock.instant().getEpochSecond() >= Long.parseLong(expires)) {
            throw new Problem.Forbidden("This address has expired.").refusal();
        }
    }

    private boolean isOurs(String file, String expires, @Nullable String signature) {
        byte[] expected = signature(file, expires).getBytes(StandardCharsets.US_ASCII);
        byte[] given = Objects.requireNonNullElse(signature, "").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, given);
    }

    private Link link(UUID tenant, UUID file, String origin) {
        Instant expires =
                Instant.ofEpochSecond(clock.instant().plus(terms.lifetime()).getEpochSecond());
        String base = terms.base() == null ? origin : terms.base();
        String seconds = Long.toString(expires.getEpochSecond());
        String path = tenant + "/" + file;
        String query = "?expires=" + seconds + "&signature=" + signature(path, seconds);
        return new Link(base + PATH + path + query, expires);
    }

    private String signature(String file, String expires) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(), "HmacSHA256"));
            byte[] code = mac.doFinal((file + "?" + expires).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] secret() {
        byte[] known = secret;
        if (known == null) {
            known = registry.secret("files");
            secret = known;
        }
        return known;
    }

    private static Stream<UUID> files(Row row) {
        long number = row.conversation().number();
        Recording recording = row.conversation().recording();
        Stream<@Nullable String> recorded = Stream.ofNullable(recording == null ? null : recording.file());
        Stream<@Nullable String> attached = row.messages().stream()
                .flatMap(message -> message.attachments().stream())
                .map(Attachment::file);
        return Stream.concat(recorded, attached)
                .filter(Objects::nonNull)
                .map(name -> StableId.file(number, Objects.requireNonNull(name)));
    }

    private static RuntimeException missing() {
        return new Problem.NotFound("File").refusal();
    }
}
