package dev.parlance.store;

import dev.parlance.conversation.Bytes;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.TenantId;
import dev.parlance.problem.Problem;
import dev.parlance.tenant.Files;
import dev.parlance.tenant.HeldFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// Files in PostgreSQL, where all servers and every backup find them, in parts of one size. A file belongs to one
/// conversation and goes with it.
public final class PostgresFiles implements Files {
    /// Never to be changed: a part is found by the place of its first byte.
    private static final int PART = 256 * 1024;

    private final Database database;

    public PostgresFiles(Database database) {
        this.database = database;
    }

    /// A file to be kept; `version` is the SHA-256 of its bytes in hexadecimal.
    public record Wanted(long number, String name, String mediaType, long size, String version) {
        UUID id() {
            return StableId.file(number, name);
        }
    }

    @Override
    public Map<UUID, HeldFile> find(TenantId tenant, Collection<UUID> ids) {
        Sql select = Sql.of(
                "select id, name, media_type, size, hash from file where tenant_id = ? and id = any(?)",
                tenant.value(),
                new Sql.Values("uuid", List.copyOf(ids)));
        return database.ask(tenant, select, PostgresFiles::files);
    }

    private static Map<UUID, HeldFile> files(ResultSet rows) throws SQLException {
        Map<UUID, HeldFile> files = new HashMap<>();
        while (rows.next()) {
            UUID id = rows.getObject(1, UUID.class);
            String version = HexFormat.of().formatHex(rows.getBytes(5));
            files.put(id, new HeldFile(id, rows.getString(2), rows.getString(3), rows.getLong(4), version));
        }
        return files;
    }

    @Override
    public void read(TenantId tenant, HeldFile file, long first, long last, Consumer<byte[]> parts) {
        for (long part = first / PART; part * PART <= last; part++) {
            byte[] bytes = part(tenant, file, part);
            int from = Math.toIntExact(Math.max(0, first - part * PART));
            int to = Math.toIntExact(Math.min(bytes.length, last - part * PART + 1));
            parts.accept(from == 0 && to == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to));
        }
    }

    private byte[] part(TenantId tenant, HeldFile file, long part) {
        Sql select = Sql.of(
                """
                select p.bytes from file_part p join file f on f.tenant_id = p.tenant_id and f.id = p.file_id
                where p.tenant_id = ? and p.file_id = ? and p.sequence = ? and f.hash = ?
                """,
                tenant.value(),
                file.id(),
                Math.toIntExact(part),
                HexFormat.of().parseHex(file.version()));
        return database.ask(tenant, select, rows -> {
            if (!rows.next()) {
                throw new Problem.NotFound("File").refusal();
            }
            return rows.getBytes(1);
        });
    }

    /// Keeps a file, in place of what is held under its name, and says whether that is another one. Holds one part in
    /// memory.
    ///
    /// @throws UncheckedIOException when the bytes cannot be read, or are not those that were announced; nothing
    /// changed
    public boolean keep(TenantId tenant, Wanted file, InputStream bytes) {
        return database.write(tenant, connection -> {
            if (announce(connection, tenant, file) == 0) {
                return false;
            }
            Sql.of("delete from file_part where tenant_id = ? and file_id = ?", tenant.value(), file.id())
                    .change(connection);
            copy(connection, tenant, file, bytes);
            return true;
        });
    }

    /// Takes files away that their conversations name no more.
    static void drop(Connection connection, TenantId tenant, Collection<UUID> files) throws SQLException {
        Sql.Values ids = new Sql.Values("uuid", List.copyOf(files));
        Sql.of("delete from file where tenant_id = ? and id = any(?)", tenant.value(), ids)
                .change(connection);
        Sql.of("delete from file_part where tenant_id = ? and file_id = any(?)", tenant.value(), ids)
                .change(connection);
    }

    /// A file at hand.
    record Small(long number, String name, String mediaType, Bytes bytes) {}

    /// Keeps a file in the transaction that says something of it.
    static void keep(Connection connection, TenantId tenant, Small file) throws SQLException {
        Wanted wanted = new Wanted(
                file.number(),
                file.name(),
                file.mediaType(),
                file.bytes().size(),
                file.bytes().digest());
        if (announce(connection, tenant, wanted) > 0) {
            copy(connection, tenant, wanted, file.bytes().open());
        }
    }

    private static void copy(Connection connection, TenantId tenant, Wanted file, InputStream bytes)
            throws SQLException {
        MessageDigest digest = sha256();
        try {
            byte[] part = bytes.readNBytes(PART);
            for (int sequence = 0; part.length > 0; sequence++) {
                digest.update(part);
                Sql.of(
                                "insert into file_part (tenant_id, file_id, sequence, bytes) values (?, ?, ?, ?)",
                                tenant.value(),
                                file.id(),
                                sequence,
                                part)
                        .change(connection);
                part = bytes.readNBytes(PART);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(file.version())) {
            throw new UncheckedIOException(new IOException("The file changed while it was read."));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int announce(Connection connection, TenantId tenant, Wanted file) throws SQLException {
        return Sql.of(
                        """
                        insert into file as own (tenant_id, id, number, name, media_type, size, hash)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, id) do update set media_type = excluded.media_type, size = excluded.size,
                          hash = excluded.hash, kept_at = now()
                        where (own.hash, own.media_type) is distinct from (excluded.hash, excluded.media_type)
                        """,
                        tenant.value(),
                        file.id(),
                        file.number(),
                        file.name(),
                        file.mediaType(),
                        file.size(),
                        HexFormat.of().parseHex(file.version()))
                .change(connection);
    }
}
