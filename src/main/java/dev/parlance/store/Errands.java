package dev.parlance.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.zaxxer.hikari.HikariDataSource;
import dev.parlance.clock.Errand;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;

/// Has errands carried out when they are due, by db-scheduler on our pool: each wake by one of all servers on this
/// database. A server that dies in an errand is noticed by the others within seconds. Each task has a lane of its own,
/// which is a view of the one table, so that slow answers keep no deadline waiting. That an errand was done may be
/// forgotten when the database falls: then it is done again.
public final class Errands implements AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;
    private static final int CONNECTIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final SchedulerName NAME =
            new SchedulerName.Fixed("parlance " + ProcessHandle.current().pid());

    private final HikariDataSource connections;
    private final List<Scheduler> lanes;

    private Errands(HikariDataSource connections, List<Scheduler> lanes) {
        this.connections = connections;
        this.lanes = lanes;
    }

    /// An errand, how many of it may run at once on this server, and how long a due wake may lie unseen.
    public record Lane(Errand errand, int atOnce, Duration look) {}

    /// Begins at once, with what became due while no server ran.
    public static Errands start(Database database, List<Lane> lanes) {
        HikariDataSource connections = database.hurried(CONNECTIONS);
        List<Scheduler> schedulers = lanes.stream()
                .map(lane -> scheduler(lane, connections, database))
                .toList();
        schedulers.forEach(Scheduler::start);
        return new Errands(connections, schedulers);
    }

    private static Scheduler scheduler(Lane lane, DataSource connections, Database database) {
        String word = lane.errand().task().word();
        ThreadFactory threads =
                Thread.ofVirtual().name("parlance-" + word + "-", 0).factory();
        List<RecurringTask<?>> recurring = switch (lane.errand().task()) {
            case TIME -> List.of(new Tidying(database).task());
            case ANSWER, UNDERSTAND -> List.of();
        };
        return Scheduler.create(connections, ErrandTask.of(lane.errand()))
                .startTasks(recurring)
                .tableName("scheduled_" + word)
                .schedulerName(NAME)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .threads(lane.atOnce())
                .executorService(Executors.newFixedThreadPool(lane.atOnce(), threads))
                .dueExecutor(Executors.newSingleThreadExecutor(threads))
                .housekeeperExecutor(Executors.newScheduledThreadPool(1, threads))
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(lane.look())
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(PATIENCE)
                .failureLogging(LogLevel.DEBUG, false)
                .build();
    }

    /// Lets running errands finish for a moment. What does not finish is done again by the next server.
    @Override
    public void close() {
        lanes.forEach(Scheduler::stop);
        connections.close();
    }
}
