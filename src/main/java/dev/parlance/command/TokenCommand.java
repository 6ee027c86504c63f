package dev.parlance.command;

import dev.parlance.tenant.Tenant;
import dev.parlance.tenant.Token;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes, lists and revokes tokens.
@Command(
        name = "token",
        description = "Makes, lists and revokes tokens.",
        subcommands = {TokenCreateCommand.class, TokenCommand.Listing.class, TokenCommand.Revoke.class})
public final class TokenCommand {
    private TokenCommand() {}

    @Command(name = "list", description = "Lists the tokens that open a tenant, never their secrets.")
    static final class Listing implements Callable<Integer> {
        @Mixin
        private DataOptions data = new DataOptions();

        @Option(names = "--tenant", paramLabel = "NAME", required = true, description = "Whose tokens.")
        private String tenant = "";

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            try (House house = TenantCommand.open(data)) {
                Tenant owner = house.tenant(tenant);
                print(spec.commandLine().getOut(), house.registry().listTokens(owner));
            }
            return 0;
        }

        private static void print(PrintWriter out, List<Token> tokens) {
            String line = "%-36s  %-18s  %-10s  %-9s  %-20s  %s%n";
            out.printf(line, "ID", "TOKEN", "STATE", "RATE", "EXPIRES", "SCOPES");
            Instant now = Instant.now();
            tokens.forEach(token -> out.printf(
                    line, token.id(), token.shown(), state(token, now), rate(token), expires(token), scopes(token)));
            out.flush();
        }

        private static String state(Token token, Instant now) {
            if (token.revoked() != null) {
                return "revoked";
            }
            return token.opens(now) ? "active" : "expired";
        }

        private static String rate(Token token) {
            Integer rate = token.requestsPerMinute();
            if (rate == null) {
                return "default";
            }
            return rate == 0 ? "unlimited" : rate + "/min";
        }

        private static String expires(Token token) {
            return token.expires() == null
                    ? "never"
                    : token.expires().toString().substring(0, 19) + "Z";
        }

        private static String scopes(Token token) {
            return token.permissions().stream()
                    .sorted()
                    .map(each -> each.scope())
                    .collect(Collectors.joining(" "));
        }
    }

    @Command(name = "revoke", description = "Takes a token back; it stops working at once.")
    static final class Revoke implements Callable<Integer> {
        @Mixin
        private DataOptions data = new DataOptions();

        @Parameters(paramLabel = "ID", description = "The token's id, as token list shows it.")
        private String id = "";

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            UUID token = id();
            try (House house = TenantCommand.open(data)) {
                if (!house.registry().revoke(token, Instant.now())) {
                    throw new CannotDo("There is no token " + token + ".");
                }
                ServeCommand.say(spec.commandLine().getOut(), "revoked " + token);
            }
            return 0;
        }

        private UUID id() {
            try {
                return UUID.fromString(id);
            } catch (IllegalArgumentException e) {
                throw new WrongUsage("a token's id is the UUID in the first column of token list");
            }
        }
    }
}
