package dev.parlance.store.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// The server's settings, written anew at every start and sized by this machine's memory.
final class Configuration {
    /// The administrator's file, written once: what it sets after the first line wins over ours.
    static final String ENTRY = """
            include 'parlance.conf'
            # Parlance writes parlance.conf at every start. Your own settings go below and win.
            """;

    /// Customers' words stay out of the log: an ERROR quotes values, so only LOG and worse is written, without the
    /// statement.
    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 100
            password_encryption = 'scram-sha-256'
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            wal_compression = off
            work_mem = 8MB
            random_page_cost = 1.1
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            log_destination = 'stderr'
            logging_collector = off
            log_line_prefix = '%m [%p] '
            log_min_messages = log
            log_min_error_statement = panic
            log_error_verbosity = terse
            log_statement = 'none'
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            """;

    private static final long MEBIBYTE = 1L << 20;

    private Configuration() {}

    static void write(Path cluster, Account account) throws IOException {
        Path file = cluster.resolve("parlance.conf");
        Files.writeString(file, SETTINGS + memory());
        account.own(file);
    }

    private static String memory() {
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() / MEBIBYTE;
        return """
                shared_buffers = %dMB
                effective_cache_size = %dMB
                maintenance_work_mem = %dMB
                """.formatted(
                        Math.clamp(memory / 8, 32, 1024), Math.max(memory / 2, 64), Math.clamp(memory / 32, 32, 256));
    }
}
