package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// What is typed, before anything is opened: nothing here may touch a database.
class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpThatNamesItsOptions(List<String> command) {
        CommandLine line = Main.commandLine();
        for (String word : command) {
            line = Objects.requireNonNull(line.getSubcommands().get(word));
        }
        assertThat(run(Stream.concat(command.stream(), Stream.of("--help")).toArray(String[]::new)))
                .isZero();
        assertThat(out.toString())
                .startsWith(("Usage: parlance " + String.join(" ", command)).strip())
                .contains(line.getCommandSpec().options().stream()
                        .map(option -> option.longestName())
                        .toList());
        assertThat(err.toString()).isEmpty();
    }

    static Stream<List<String>> commands() {
        return below(Main.commandLine(), List.of());
    }

    private static Stream<List<String>> below(CommandLine line, List<String> words) {
        return Stream.concat(
                Stream.of(words),
                line.getSubcommands().entrySet().stream()
                        .flatMap(entry -> below(
                                entry.getValue(),
                                Stream.concat(words.stream(), Stream.of(entry.getKey()))
                                        .toList())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            serve --prot 1                            | There is no option --prot, there are --data,
            serev                                     | There is no command serev, there are demo, export, import, knowledge, responder, serve
            tenant make                               | There is no command make, there are create, list
            tenant create one two                     | is one word too many
            tenant create                             | NAME
            token create                              | --tenant: name the one tenant
            token create --tenant a --tenant b        | --tenant: name the one tenant
            token create --tenant a --scope everything | --scope: everything is none of *, actions:read
            token create --tenant a --expires 5y      | --expires: a number and s, m, h or d
            token create --tenant a --expires 0d      | --expires: a number and s, m, h or d
            token create --tenant a --rate -1         | --rate: a number of requests a minute
            token create --tenant a --rate many       | is not an int
            token create --tenant a --prefix a-b      | --prefix: up to 24 letters
            token list                                | --tenant=NAME
            token revoke nonsense                     | a token's id is the UUID
            responder set --tenant a                  | KIND
            responder set --tenant a hook             | KIND: none, webhook or openai, not hook
            responder set webhook                     | --tenant=NAME
            responder set --tenant a webhook --secret-env S | --url: name the address
            responder set --tenant a webhook --url http://a | --secret-env: name the environment variable
            responder set --tenant a webhook --url ftp://a/ --secret-env S | --url: an address such as
            responder set --tenant a webhook --url http://a/ --secret-env s$x | --secret-env: the name of an environment variable
            responder set --tenant a openai           | --model: name the model
            responder set --tenant a openai --model m --knowledge 21 | --knowledge: 21 is not a number from 0 to 20
            responder set --tenant a openai --model m --timeout 1h | --timeout: 1s to 999s
            responder set --tenant a openai --model m --attempts 0 | --attempts: 0 is not a number from 1 to 10
            responder set --tenant a openai --model m --instructions none.txt | --instructions: none.txt cannot be read
            responder show                            | --tenant=NAME
            knowledge import file                     | --tenant=NAME
            knowledge remove --tenant a               | ID
            import --tenant a                         | FILE
            import file                               | --tenant=NAME
            import file --tenant a --map nonsense     | No mapping nonsense: expected a file, or one of openai-chat
            export                                    | --tenant=NAME
            export --tenant a --format csv            | expected one of [ndjson]
            export --tenant a --filter {              | --filter: not JSON
            serve --port many                         | --port: many is not a number from 0 to 65535
            serve --port -1                           | --port: -1 is not a number from 0 to 65535
            serve --port 65536                        | --port: 65536 is not a number from 0 to 65535
            serve --port 0 --host 192.0.2.1           | --port: nothing can listen on 192.0.2.1:0
            serve --port 0 --requests-per-minute 1.5  | --requests-per-minute: 1.5 is not a number
            serve --port 0 --database-url mysql://a/b | --database-url: a database address looks like postgresql://
            """)
    void whatIsWrongIsToldInOneLine(String typed, String told) {
        assertThat(run(typed.split(" "))).isEqualTo(2);
        assertThat(err.toString().strip()).contains(told).hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tenant", "token", "responder", "knowledge"})
    void aCommandThatOnlyHoldsOthersListsThem(String typed) {
        assertThat(run(typed.isEmpty() ? new String[0] : new String[] {typed})).isEqualTo(2);
        assertThat(err.toString()).startsWith("Usage: parlance").contains("Commands:");
    }

    @Test
    void everythingWrongIsToldAtOnceBeforeAnythingStarts(@TempDir Path folder) throws IOException {
        Path data = folder.resolve("data");
        assertThat(run("serve", "--port", "many", "--database-url", "nowhere", "--data", data.toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--port: many")
                .contains("--database-url: ")
                .hasLineCount(2);
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(run("demo", "--port", "70000", "--streams-per-minute", "no", "--data", file.toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--port: 70000")
                .contains("--streams-per-minute: no")
                .contains("--data: " + file + " is not a directory");
        assertThat(data).doesNotExist();
    }

    @Test
    void aTakenPortIsToldBeforeADatabaseIsMade(@TempDir Path folder) throws IOException {
        Path data = folder.resolve("data");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(run("demo", "--port", port, "--data", data.toString())).isEqualTo(2);
            assertThat(err.toString()).contains("127.0.0.1:" + port).contains("--port 0 takes a free one");
        }
        assertThat(data).doesNotExist();
    }

    private int run(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
