package dev.parlance.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StallsTest {
    @Test
    void onlyWhoKeepsUsWaitingIsCut() throws InterruptedException {
        CountDownLatch cut = new CountDownLatch(1);
        AtomicBoolean wronglyCut = new AtomicBoolean();
        Runnable slow = cut::countDown;
        Runnable quick = () -> wronglyCut.set(true);
        Runnable patient = () -> wronglyCut.set(true);
        try (Stalls stalls = new Stalls()) {
            stalls.start();
            stalls.waiting(quick, Duration.ofMillis(1));
            stalls.resumed(quick);
            stalls.waiting(patient, Duration.ofMinutes(1));
            stalls.waiting(slow, Duration.ofMillis(1));
            assertThat(cut.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(wronglyCut).isFalse();
    }
}
