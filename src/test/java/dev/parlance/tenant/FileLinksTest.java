package dev.parlance.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.conversation.Attachment;
import dev.parlance.conversation.Author;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.Recording;
import dev.parlance.dialect.Sketch;
import dev.parlance.problem.Problem;
import dev.parlance.problem.Refusal;
import dev.parlance.query.Row;
import dev.parlance.store.PostgresFiles;
import dev.parlance.store.PostgresRegistry;
import dev.parlance.store.StoreFixture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileLinksTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00.750Z");

    private StoreFixture store;
    private PostgresFiles files;
    private Tenant tenant;

    @BeforeAll
    void open() {
        store = StoreFixture.open();
        files = new PostgresFiles(store.database());
        tenant = store.tenant("shop");
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void anAddressWorksUntilItExpires() {
        keep(1, "a.ogg", "abc");
        FileLinks.Link link = link(1, "a.ogg");
        assertThat(link.expires()).isEqualTo(Instant.parse("2026-11-01T12:15:00Z"));
        assertThat(text(open(link, link.expires().minusMillis(1)))).isEqualTo("abc");
        assertThatThrownBy(() -> open(link, link.expires()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem())
                                .isEqualTo(new Problem.Forbidden("This address has expired.")));
    }

    @Test
    void everyServerKnowsTheSameSecret() {
        keep(2, "a.ogg", "abc");
        FileLinks.Link link = link(2, "a.ogg");
        assertThat(new PostgresRegistry(store.database()).secret("files"))
                .hasSize(32)
                .isEqualTo(new PostgresRegistry(store.database()).secret("files"))
                .isNotEqualTo(new PostgresRegistry(store.database()).secret("others"));
        assertThat(text(open(link, NOW))).isEqualTo("abc");
    }

    @Test
    void attachmentsHaveAddressesToo() {
        keep(3, "photos/b.png", "png");
        Attachment attachment = new Attachment("b", null, "photos/b.png", "image/png", null);
        Message message =
                new Message(new UUID(3, 3), Author.CONTACT, null, NOW, "Look", List.of(attachment), List.of());
        FileLinks.Links links =
                links(NOW).of(access(), List.of(Sketch.of(3).messages(message).row()), "https://here");
        assertThat(links.find(3, "photos/b.png"))
                .isNotNull()
                .satisfies(link -> assertThat(link.url()).startsWith("https://here/files/" + tenant.publicId()));
        assertThat(links.find(3, "photos/c.png")).isNull();
    }

    @Test
    void anotherTenantsFileIsNotFound() {
        keep(4, "a.ogg", "abc");
        Tenant other = store.tenant("other");
        Access access = new Access(other, new UUID(1, 1), Set.of(Permission.ADMIN), null, 0);
        assertThat(links(NOW).of(access, List.of(row(4, "a.ogg")), "").byId()).isEmpty();
    }

    @Test
    void aReplacedFileIsNotMixedWithWhatItWas() {
        keep(5, "a.ogg", "abc");
        FileGate.Opened opened = open(link(5, "a.ogg"), NOW);
        keep(5, "a.ogg", "xyz");
        assertThatThrownBy(() -> text(opened)).isInstanceOf(Refusal.class);
        assertThat(text(open(link(5, "a.ogg"), NOW))).isEqualTo("xyz");
    }

    @Test
    void theSameBytesAreKeptOnce() {
        assertThat(keep(6, "a.ogg", "abc")).isTrue();
        assertThat(keep(6, "a.ogg", "abc")).isFalse();
    }

    @Test
    void bytesThatAreNotTheAnnouncedOnesAreNotKept() {
        keep(7, "a.ogg", "abc");
        var announced = new PostgresFiles.Wanted(7, "a.ogg", "audio/ogg", 3, hash("xyz"));
        assertThatThrownBy(() -> files.keep(tenant.id(), announced, new ByteArrayInputStream(new byte[3])))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(text(open(link(7, "a.ogg"), NOW))).isEqualTo("abc");
    }

    private boolean keep(long number, String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        var file = new PostgresFiles.Wanted(number, name, "audio/ogg", bytes.length, hash(content));
        return files.keep(tenant.id(), file, new ByteArrayInputStream(bytes));
    }

    private FileLinks links(Instant now) {
        FileLinks.Terms terms = new FileLinks.Terms(null, Duration.ofMinutes(15));
        return new FileLinks(new PostgresRegistry(store.database()), files, Clock.fixed(now, ZoneOffset.UTC), terms);
    }

    private FileLinks.Link link(long number, String name) {
        return Objects.requireNonNull(
                links(NOW).of(access(), List.of(row(number, name)), "").find(number, name));
    }

    private FileGate.Opened open(FileLinks.Link link, Instant now) {
        String[] parts = link.url().split("[/?=&]", -1);
        return links(now).open(parts[2], parts[3], parts[5], parts[7]);
    }

    private static String text(FileGate.Opened opened) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        opened.bytes().read(0, opened.file().size() - 1, bytes::writeBytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private Access access() {
        return new Access(tenant, new UUID(1, 1), Set.of(Permission.ADMIN), null, 0);
    }

    private static Row row(long number, String name) {
        return Sketch.of(number)
                .recording(new Recording(name, null, null, null))
                .row();
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
