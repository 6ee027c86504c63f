package dev.parlance.store;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.parlance.clock.Errand;
import dev.parlance.clock.Next;
import dev.parlance.clock.Wake;
import dev.parlance.conversation.TenantId;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;

/// An errand as db-scheduler knows it.
final class ErrandTask {
    private static final System.Logger LOG = System.getLogger(ErrandTask.class.getName());
    private static final int MOST_DOUBLINGS = 8;

    private ErrandTask() {}

    static CustomTask<Void> of(Errand errand) {
        return Tasks.custom(errand.task().word(), Void.class)
                .onFailure(ErrandTask::failed)
                .execute((instance, context) -> then(errand.carryOut(wake(context.getExecution()))));
    }

    private static Wake wake(Execution execution) {
        String[] parts = execution.getId().split(":", 3);
        return new Wake(
                new TenantId(Integer.parseInt(parts[0])),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                execution.consecutiveFailures);
    }

    private static CompletionHandler<Void> then(Next next) {
        return switch (next) {
            case Next.Nothing nothing -> new CompletionHandler.OnCompleteRemove<>();
            case Next.At at -> (done, row) -> row.reschedule(done, at.moment());
            case Next.Again again -> throw new Failed(again.moment());
        };
    }

    /// What fails by an exception is tried again for ever, less and less often: no deadline is lost to an outage.
    private static void failed(ExecutionComplete failure, ExecutionOperations<Void> row) {
        Throwable cause = failure.getCause().orElse(null);
        if (cause instanceof Failed known) {
            row.reschedule(failure, known.again);
            return;
        }
        Execution execution = failure.getExecution();
        int doublings = Math.min(execution.consecutiveFailures, MOST_DOUBLINGS);
        LOG.log(System.Logger.Level.WARNING, "The task " + execution.getTaskName() + " failed", cause);
        row.reschedule(failure, Instant.now().plus(Duration.ofSeconds(1L << doublings)));
    }

    /// How a failure that was foreseen reaches db-scheduler.
    private static final class Failed extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient Instant again;

        Failed(Instant again) {
            super(null, null, false, false);
            this.again = again;
        }
    }
}
