package dev.parlance.command;

import dev.parlance.conversation.KnowledgeItem;
import dev.parlance.intake.KnowledgeFile;
import dev.parlance.responder.Knowledge;
import dev.parlance.store.PostgresKnowledge;
import dev.parlance.tenant.Tenant;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Keeps what a tenant's language model answers from.
@Command(
        name = "knowledge",
        description = "Keeps what a tenant's language model answers from.",
        subcommands = {KnowledgeCommand.Import.class, KnowledgeCommand.Remove.class})
public final class KnowledgeCommand {
    private KnowledgeCommand() {}

    @Command(
            name = "import",
            description = "Keeps the items of a file: NDJSON with id, title, text and perhaps updated_at, plain or .gz;"
                    + " - is standard input. An item of a known id is replaced.")
    static final class Import implements Callable<Integer> {
        private static final int BATCH = 200;
        private static final int SOME_REJECTED = 3;

        @Mixin
        private DataOptions data = new DataOptions();

        @Option(names = "--tenant", paramLabel = "NAME", required = true, description = "Whose knowledge.")
        private String tenant = "";

        @Parameters(paramLabel = "FILE")
        private String file = "";

        @Spec
        private CommandSpec spec = CommandSpec.create();

        private final List<KnowledgeItem> waiting = new ArrayList<>();
        private int rejected;
        private Knowledge.Kept kept = new Knowledge.Kept(0, 0, 0);

        @Override
        public Integer call() throws IOException {
            PrintWriter err = spec.commandLine().getErr();
            try (House house = TenantCommand.open(data);
                    KnowledgeFile items = KnowledgeFile.open(file, System.in)) {
                Tenant owner = house.tenant(tenant);
                Knowledge knowledge = new PostgresKnowledge(house.database());
                items.read(item -> take(knowledge, owner, item), reason -> {
                    rejected++;
                    err.println(reason);
                });
                flush(knowledge, owner);
            }
            int read = kept.created() + kept.updated() + kept.unchanged() + rejected;
            ServeCommand.say(
                    spec.commandLine().getOut(),
                    "read %d, created %d, updated %d, unchanged %d, rejected %d"
                            .formatted(read, kept.created(), kept.updated(), kept.unchanged(), rejected));
            return rejected == 0 ? 0 : SOME_REJECTED;
        }

        private void take(Knowledge knowledge, Tenant owner, KnowledgeItem item) {
            boolean known = waiting.stream().anyMatch(each -> each.id().equals(item.id()));
            if (known || waiting.size() == BATCH) {
                flush(knowledge, owner);
            }
            waiting.add(item);
        }

        private void flush(Knowledge knowledge, Tenant owner) {
            Knowledge.Kept more = knowledge.keep(owner.id(), waiting);
            waiting.clear();
            kept = new Knowledge.Kept(
                    kept.created() + more.created(),
                    kept.updated() + more.updated(),
                    kept.unchanged() + more.unchanged());
        }
    }

    @Command(name = "remove", description = "Forgets items.")
    static final class Remove implements Callable<Integer> {
        @Mixin
        private DataOptions data = new DataOptions();

        @Option(names = "--tenant", paramLabel = "NAME", required = true, description = "Whose knowledge.")
        private String tenant = "";

        @Parameters(paramLabel = "ID", arity = "1..*")
        private List<String> ids = new ArrayList<>();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            try (House house = TenantCommand.open(data)) {
                int removed = new PostgresKnowledge(house.database())
                        .remove(house.tenant(tenant).id(), ids);
                ServeCommand.say(spec.commandLine().getOut(), "removed " + removed);
            }
            return 0;
        }
    }
}
