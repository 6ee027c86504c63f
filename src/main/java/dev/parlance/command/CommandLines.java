package dev.parlance.command;

import dev.parlance.http.RequestLog;
import dev.parlance.problem.Refusal;
import dev.parlance.store.StoreException;
import dev.parlance.store.embedded.EmbeddedPostgresException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// How every command speaks: `--help` everywhere, one line for what was typed wrong, no stack trace for what is no
/// fault.
public final class CommandLines {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private CommandLines() {}

    /// Gives the command and all below it the same manners.
    public static CommandLine polite(CommandLine line) {
        RequestLog.install();
        line.setParameterExceptionHandler(CommandLines::wrong);
        line.setExecutionExceptionHandler(CommandLines::failed);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        help(line);
        return line;
    }

    private static void help(CommandLine line) {
        line.getCommandSpec().mixinStandardHelpOptions(true);
        line.getCommandSpec().version("Parlance " + version());
        line.getSubcommands().values().forEach(CommandLines::help);
    }

    private static String version() {
        String version = CommandLines.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    private static int wrong(ParameterException problem, String[] arguments) {
        CommandLine line = problem.getCommandLine();
        if (!(problem instanceof UnmatchedArgumentException)
                && !line.getSubcommands().isEmpty()) {
            line.usage(line.getErr());
            return WRONG_USAGE;
        }
        String said = String.valueOf(problem.getMessage()).lines().collect(Collectors.joining(" "));
        String what = problem instanceof UnmatchedArgumentException unmatched ? unknown(line, unmatched) : said;
        line.getErr().println(what + " (" + line.getCommandSpec().qualifiedName() + " --help says more)");
        return WRONG_USAGE;
    }

    private static String unknown(CommandLine line, UnmatchedArgumentException problem) {
        String first = problem.getUnmatched().getFirst();
        boolean option = first.startsWith("-");
        Stream<String> known = option
                ? line.getCommandSpec().options().stream().map(OptionSpec::longestName)
                : line.getSubcommands().keySet().stream();
        String names = known.sorted().collect(Collectors.joining(", "));
        if (names.isEmpty()) {
            return "'" + first + "' is one word too many";
        }
        return "There is no " + (option ? "option " : "command ") + first + ", there are " + names;
    }

    private static int failed(Exception problem, CommandLine line, CommandLine.ParseResult parsed) {
        if (problem instanceof WrongUsage) {
            line.getErr().println(problem.getMessage());
            return WRONG_USAGE;
        }
        if (isExpected(problem)) {
            line.getErr().println(problem.getMessage());
        } else {
            problem.printStackTrace(line.getErr());
        }
        return FAILED;
    }

    private static boolean isExpected(Exception problem) {
        return problem instanceof CannotDo
                || problem instanceof StoreException
                || problem instanceof EmbeddedPostgresException
                || problem instanceof Refusal;
    }
}
