package dev.parlance.command;

import dev.parlance.conversation.Named;
import dev.parlance.conversation.StableId;
import dev.parlance.tenant.NewToken;
import dev.parlance.tenant.Permission;
import dev.parlance.tenant.Scopes;
import dev.parlance.tenant.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Makes a token and prints it, this once.
@Command(name = "create", description = "Makes a token; its last line of output is the token, shown this once.")
final class TokenCreateCommand implements Callable<Integer> {
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_]{1,24}");

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            description = "Which tenant it opens; with --user, one more of that user's.")
    private List<String> tenants = new ArrayList<>();

    @Option(names = "--scope", paramLabel = "S", description = "What it may do, may be repeated; without: everything.")
    private List<String> scopes = new ArrayList<>();

    @Option(names = "--workspace", paramLabel = "NAME", description = "Restricts it to one workspace.")
    private @Nullable String workspace;

    @Option(names = "--expires", paramLabel = "30d", description = "How long it works: a number and s, m, h or d.")
    private @Nullable String expires;

    @Option(names = "--rate", paramLabel = "N", description = "Requests a minute, 0 for no limit.")
    private @Nullable Integer rate;

    @Option(names = "--prefix", paramLabel = "P", description = "How it begins, such as ocx_live_ (default: pl_).")
    private String prefix = "pl_";

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "Makes a personal token, for all tenants of this user.")
    private @Nullable String user;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Complaints complaints = new Complaints();
        Set<Permission> permissions = permissions(complaints);
        Duration lifetime = lifetime(complaints);
        check(complaints);
        complaints.tell();
        try (House house = TenantCommand.open(data)) {
            List<Tenant> opened = tenants.stream().map(house::tenant).toList();
            NewToken wanted = new NewToken(prefix, opened, user, permissions, workspace(), rate, lifetime);
            ServeCommand.say(
                    spec.commandLine().getOut(), house.tokens().create(wanted).text());
        }
        return 0;
    }

    private void check(Complaints complaints) {
        if (user == null && tenants.size() != 1) {
            complaints.add("--tenant: name the one tenant that the token opens");
        }
        if (!PREFIX.matcher(prefix).matches()) {
            complaints.add("--prefix: up to 24 letters, digits and _");
        }
        if (rate != null && rate < 0) {
            complaints.add("--rate: a number of requests a minute, 0 for no limit");
        }
    }

    private Set<Permission> permissions(Complaints complaints) {
        if (scopes.isEmpty()) {
            return Scopes.all();
        }
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String scope : scopes) {
            Scopes.find(scope, prefix)
                    .ifPresentOrElse(
                            permissions::addAll,
                            () -> complaints.add(
                                    "--scope: " + scope + " is none of " + String.join(", ", Scopes.accepted())));
        }
        return permissions;
    }

    private @Nullable Duration lifetime(Complaints complaints) {
        Optional<Duration> lifetime = Optional.ofNullable(expires).flatMap(Lifetime::find);
        if (expires != null && lifetime.isEmpty()) {
            complaints.add("--expires: " + Lifetime.ACCEPTED);
        }
        return lifetime.orElse(null);
    }

    private @Nullable Named workspace() {
        return workspace == null ? null : new Named(StableId.workspace(workspace), workspace);
    }
}
