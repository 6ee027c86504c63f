package dev.parlance;

import dev.parlance.command.CommandLines;
import dev.parlance.command.DemoCommand;
import dev.parlance.command.KnowledgeCommand;
import dev.parlance.command.ResponderCommand;
import dev.parlance.command.ServeCommand;
import dev.parlance.command.TenantCommand;
import dev.parlance.command.TokenCommand;
import dev.parlance.command.Transfers;
import dev.parlance.dialect.anyreach.Anyreach;
import dev.parlance.dialect.ohallo.OHallo;
import dev.parlance.dialect.opencx.OpenCx;
import dev.parlance.dialect.parlance.Parlance;
import dev.parlance.dialect.parrotmob.ParrotMob;
import dev.parlance.http.Dialect;
import dev.parlance.tenant.Doors;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Parlance's commands, and the vendors it speaks: to remove one, delete its package and its line here.
@Command(
        name = "parlance",
        description = "A self-hosted conversation server for customer support by AI agents and people.",
        subcommands = {TenantCommand.class, TokenCommand.class, ResponderCommand.class, KnowledgeCommand.class})
public final class Main {
    private static final List<Function<Doors, Dialect>> DIALECTS =
            List.of(OpenCx::dialect, ParrotMob::dialect, Anyreach::dialect, OHallo::dialect, Parlance::dialect);

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /// The whole command line, as `main` runs it.
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.addSubcommand(new DemoCommand(DIALECTS));
        line.addSubcommand(new ServeCommand(DIALECTS));
        line.addSubcommand(Transfers.importing());
        line.addSubcommand(Transfers.exporting());
        return CommandLines.polite(line);
    }
}
