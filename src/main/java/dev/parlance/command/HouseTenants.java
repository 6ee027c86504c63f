package dev.parlance.command;

import dev.parlance.conversation.StableId;
import dev.parlance.intake.Enclosed;
import dev.parlance.intake.Tenants;
import dev.parlance.journal.Command;
import dev.parlance.journal.Outcome;
import dev.parlance.query.Filter;
import dev.parlance.query.Row;
import dev.parlance.store.PostgresFiles;
import dev.parlance.tenant.HeldFile;
import dev.parlance.tenant.Tenant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A house's tenants, for importing and exporting.
final class HouseTenants {
    private HouseTenants() {}

    /// Opens a house for each command, and closes it after.
    static Tenants of(Supplier<House> houses) {
        return name -> {
            House house = houses.get();
            try {
                return new Opened(house, house.tenant(name), true);
            } catch (RuntimeException e) {
                house.close();
                throw e;
            }
        };
    }

    /// A tenant of a house that stays open.
    static Tenants.Opened of(House house, Tenant tenant) {
        return new Opened(house, tenant, false);
    }

    private record Opened(House house, Tenant tenant, boolean closesHouse) implements Tenants.Opened {
        @Override
        public List<Outcome> put(List<Command.Put> batch) {
            return house.writer().write(tenant.id(), batch);
        }

        @Override
        public boolean keep(long conversation, Enclosed file) {
            PostgresFiles.Wanted wanted =
                    new PostgresFiles.Wanted(conversation, file.name(), file.mediaType(), file.size(), file.version());
            try (InputStream bytes = Files.newInputStream(file.path())) {
                return house.files().keep(tenant.id(), wanted, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean read(long conversation, String name, Consumer<byte[]> parts) {
            UUID id = StableId.file(conversation, name);
            HeldFile held = house.files().find(tenant.id(), List.of(id)).get(id);
            if (held != null) {
                house.files().read(tenant.id(), held, 0, held.size() - 1, parts);
            }
            return held != null;
        }

        @Override
        public void stream(Filter filter, Consumer<Row> rows) {
            house.conversations().streamByNumber(tenant.id(), filter, rows);
        }

        @Override
        public void close() {
            if (closesHouse) {
                house.close();
            }
        }
    }
}
