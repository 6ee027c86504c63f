package dev.parlance.command;

import dev.parlance.tenant.Tenant;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes and lists tenants.
@Command(
        name = "tenant",
        description = "Makes and lists tenants.",
        subcommands = {TenantCommand.Create.class, TenantCommand.Listing.class})
public final class TenantCommand {
    private TenantCommand() {}

    /// Opens the store for one short command, which Ctrl-C may end.
    static House open(DataOptions data) {
        return new Running().keep(openUnguarded(data));
    }

    /// Opens the store for a command that closes it after Ctrl-C by itself.
    static House openUnguarded(DataOptions data) {
        Complaints complaints = new Complaints();
        DataOptions.Place place = data.place(System.getenv(), Path.of("data"), complaints);
        complaints.tell();
        return House.open(place, 2, line -> System.err.println(line));
    }

    @Command(name = "create", description = "Makes a tenant and prints its id.")
    static final class Create implements Callable<Integer> {
        @Mixin
        private DataOptions data = new DataOptions();

        @Parameters(paramLabel = "NAME")
        private String name = "";

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            if (name.isBlank() || name.length() > 200) {
                throw new WrongUsage("a tenant's name has 1 to 200 characters");
            }
            try (House house = open(data)) {
                Tenant tenant = house.registry()
                        .create(name)
                        .orElseThrow(() -> new CannotDo("There is a tenant " + name + " already."));
                ServeCommand.say(spec.commandLine().getOut(), tenant.publicId().toString());
            }
            return 0;
        }
    }

    @Command(name = "list", description = "Lists the tenants: id and name.")
    static final class Listing implements Callable<Integer> {
        @Mixin
        private DataOptions data = new DataOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            try (House house = open(data)) {
                List<Tenant> tenants = house.registry().listTenants();
                tenants.forEach(tenant ->
                        ServeCommand.say(spec.commandLine().getOut(), tenant.publicId() + "  " + tenant.name()));
            }
            return 0;
        }
    }
}
