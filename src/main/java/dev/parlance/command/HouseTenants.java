package dev.parlance.command;

import dev.parlance.intake.Tenants;
import dev.parlance.journal.Command;
import dev.parlance.journal.Outcome;
import dev.parlance.query.Filter;
import dev.parlance.query.Row;
import dev.parlance.tenant.Tenant;
import java.util.List;
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
