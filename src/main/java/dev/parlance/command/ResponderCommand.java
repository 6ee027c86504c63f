package dev.parlance.command;

import dev.parlance.responder.Responder;
import dev.parlance.store.PostgresResponders;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Says who answers a tenant's contacts.
@Command(
        name = "responder",
        description = "Says who answers a tenant's contacts.",
        subcommands = {ResponderSetCommand.class, ResponderCommand.Show.class})
public final class ResponderCommand {
    private ResponderCommand() {}

    @Command(name = "show", description = "Shows a tenant's responder.")
    static final class Show implements Callable<Integer> {
        @Mixin
        private DataOptions data = new DataOptions();

        @Option(names = "--tenant", paramLabel = "NAME", required = true, description = "Whose responder.")
        private String tenant = "";

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            try (House house = TenantCommand.open(data)) {
                String shown = new PostgresResponders(house.database())
                        .find(house.tenant(tenant).id())
                        .map(Show::shown)
                        .orElse("none");
                ServeCommand.say(spec.commandLine().getOut(), shown);
            }
            return 0;
        }

        /// As one would set it.
        private static String shown(Responder responder) {
            Stream<String> words = switch (responder) {
                case Responder.Webhook webhook ->
                    Stream.of("webhook --url", webhook.url().toString(), "--secret-env", webhook.secretVariable());
                case Responder.Model model ->
                    Stream.of(
                            "openai --url " + model.base() + " --model " + model.model(),
                            option("--key-env", model.keyVariable()),
                            "--knowledge " + model.items(),
                            model.instructions() == null
                                    ? ""
                                    : "with instructions of "
                                            + model.instructions().length() + " characters");
            };
            Duration timeout = responder.patience().timeout();
            Stream<String> patience = Stream.of(
                    "--timeout " + timeout.toSeconds() + "s",
                    "--attempts " + responder.patience().attempts());
            return String.join(
                    " ",
                    Stream.concat(words, patience)
                            .filter(word -> !word.isEmpty())
                            .toList());
        }

        private static String option(String name, @Nullable String value) {
            return value == null ? "" : name + " " + value;
        }
    }
}
