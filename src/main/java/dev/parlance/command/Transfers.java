package dev.parlance.command;

import dev.parlance.intake.ExportCommand;
import dev.parlance.intake.ImportCommand;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// `import` and `export`, with the options that say where the data is.
public final class Transfers {
    private Transfers() {}

    public static CommandLine importing() {
        DataOptions data = new DataOptions();
        return withData(
                new CommandLine(new ImportCommand(HouseTenants.of(() -> TenantCommand.openUnguarded(data)))), data);
    }

    public static CommandLine exporting() {
        DataOptions data = new DataOptions();
        return withData(
                new CommandLine(new ExportCommand(HouseTenants.of(() -> TenantCommand.open(data)), System.out)), data);
    }

    private static CommandLine withData(CommandLine line, DataOptions data) {
        line.getCommandSpec().addMixin("data", CommandSpec.forAnnotatedObject(data));
        return line;
    }
}
