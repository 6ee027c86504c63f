package dev.parlance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Processor time so far, in seconds, from `/proc`: of the server, of PostgreSQL (the postmaster and all its children,
/// dead ones too), of this program with the tools it ran, and of the whole machine.
record Cpu(double server, double postgres, double own, double all) {
    private static final double TICKS_A_SECOND = 100;
    private static final int STATE = 2;
    private static final int USER = 13;
    private static final int SYSTEM = 14;
    private static final int DEAD_CHILDREN_USER = 15;
    private static final int DEAD_CHILDREN_SYSTEM = 16;
    private static final int IDLE = 4;
    private static final int WAITING = 5;
    private static final int STEAL = 8;

    static Cpu now(long server, long postmaster) throws IOException {
        long self = ProcessHandle.current().pid();
        double children = ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::children)
                .mapToDouble(child -> living(child.pid()))
                .sum();
        return new Cpu(living(server), withDead(postmaster) + children, withDead(self), machine());
    }

    Cpu minus(Cpu before) {
        return new Cpu(server - before.server, postgres - before.postgres, own - before.own, all - before.all);
    }

    /// Used by nobody of ours.
    double foreign() {
        return Math.max(0, all - server - postgres - own);
    }

    private static double living(long process) {
        try {
            List<String> stat = stat(process);
            return seconds(stat, USER) + seconds(stat, SYSTEM);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static double withDead(long process) throws IOException {
        List<String> stat = stat(process);
        return Stream.of(USER, SYSTEM, DEAD_CHILDREN_USER, DEAD_CHILDREN_SYSTEM)
                .mapToDouble(place -> seconds(stat, place))
                .sum();
    }

    /// The fields of `stat`; the name of the program, which may hold anything, counts as one.
    private static List<String> stat(long process) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
        String rest = stat.substring(stat.lastIndexOf(')') + STATE);
        return Stream.concat(Stream.of("", ""), Stream.of(rest.split(" ", -1))).toList();
    }

    private static double seconds(List<String> stat, int place) {
        return Long.parseLong(stat.get(place)) / TICKS_A_SECOND;
    }

    private static double machine() throws IOException {
        String[] line = Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +", -1);
        double busy = 0;
        for (int i = 1; i <= STEAL; i++) {
            busy += i == IDLE || i == WAITING ? 0 : Long.parseLong(line[i]);
        }
        return busy / TICKS_A_SECOND;
    }
}
