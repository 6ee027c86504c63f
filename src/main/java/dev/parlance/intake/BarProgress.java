package dev.parlance.intake;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Progress as a bar on a terminal: by bytes when their total is known, else by records; with time left.
final class BarProgress implements Progress {
    private @Nullable ProgressBar bar;

    @Override
    public void show(Moment moment) {
        if (bar == null) {
            bar = bar(moment.total());
        }
        bar.stepTo(moment.total() > 0 ? Math.min(moment.bytes(), moment.total()) : moment.records());
        bar.setExtraMessage(String.format(Locale.ROOT, " %,d records, %,d/s", moment.records(), moment.rate()));
    }

    private static ProgressBar bar(long total) {
        ProgressBarBuilder builder = ProgressBar.builder()
                .setTaskName("Importing")
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200);
        return total > 0
                ? builder.setInitialMax(total).setUnit(" MB", 1_000_000).build()
                : builder.setInitialMax(-1).setUnit(" records", 1).build();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
