package dev.parlance.dialect.opencx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Channel;
import dev.parlance.conversation.State;
import dev.parlance.dialect.Sample;
import dev.parlance.dialect.Served;
import dev.parlance.query.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SessionCursorTest {
    private static final Served SERVED = Served.of(OpenCx::dialect, Shelf.rows());
    private static final Talks TALKS = new Talks(SERVED);

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '' | 19 18 17 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1
                    handed_off=true | 3 1
                    handed_off=false&created_before=2026-03-02 | 2
                    status=closed_resolved | 13 3
                    status=open&created_before=2026-03-09 | 2
                    status=closed_unresolved&channel_type=email | 15 1
                    channel_type=whatsapp | 19 9 2
                    created_after=2026-03-02&created_before=2026-03-03 | 3 2
                    created_after=2026-03-03+10%3A00%3A00%2B00%3A00&created_before=2026-03-03T10:00:00Z | 3
                    updated_after=2026-03-20 | 3 1
                    updated_after=2026-03-20%2010:00:00.000001%2B00:00 | 1
                    updated_after=1773999600000&updated_before=2026-03-20T10:00:00.000Z | 3
                    updated_before=2026-03-02T00:00:00 | 2
                    status=&handed_off=&updated_after= | 19 18 17 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1
                    updated_after=2027-01-01 | ''
                    """)
    void filtersNarrowTheListAndTheNewestComeFirst(String query, String numbers) {
        Served.Answered answer = SERVED.get(Talks.SESSIONS + "?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.numbers("/items").stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .isEqualTo(numbers);
        assertThat(answer.json().get("next").isNull()).isTrue();
    }

    @Test
    void aSessionInTheListIsAsItIsAlone() {
        for (JsonNode item : TALKS.items(Talks.SESSIONS, "")) {
            assertThat(item).isEqualTo(TALKS.get(UUID.fromString(item.get("id").stringValue())));
        }
    }

    @Test
    void otherTenantsAndWorkspacesAreOutOfReach() {
        SERVED.get("other", Talks.SESSIONS).is(200, "{\"items\":[],\"next\":null}");
        assertThat(SERVED.get("north", Talks.SESSIONS).numbers("/items")).containsExactly(19L);
        assertThat(SERVED.get("none", Talks.SESSIONS).status()).isEqualTo(403);
        assertThat(SERVED.get("unknown", Talks.SESSIONS).status()).isEqualTo(401);
        assertThat(SERVED.get("safe", Talks.SESSIONS).text()).doesNotContain("summary", "plan");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    handed_off=perhaps | handed_off must be true or false
                    status=shut | status must be one of open, closed_resolved, closed_unresolved
                    status=0 | status must be one of open, closed_resolved, closed_unresolved
                    channel_type=fax | channel_type must be one of web, email, phone_voice, web_voice, sms, whatsapp, instagram, messenger, slack, api
                    status=open&status=closed_resolved | status must be given once
                    cursor=abc | cursor must be the next of a page before
                    cursor=%F0%9F%98%80 | cursor must be the next of a page before
                    """)
    void whatIsWrongIsSaid(String query, String message) {
        SERVED.get(Talks.SESSIONS + "?" + query)
                .is(400, "{\"statusCode\":400,\"message\":\"" + message + "\",\"error\":\"Bad Request\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"created_after", "created_before", "updated_after", "updated_before"})
    void aBoundMustBeAMoment(String name) {
        Served.Answered answer = SERVED.get(Talks.SESSIONS + "?" + name + "=yesterday");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("message").stringValue()).startsWith(name + " must be an ISO 8601 date");
    }

    @Test
    void pagesOfAHundredFollowOneAnotherAndRememberTheirFilters() {
        try (Served served = Served.of(OpenCx::dialect, many(250))) {
            String filters = "updated_after=2026-03-01&status=open";
            Served.Answered first = served.get(Talks.SESSIONS + "?" + filters);
            String next = first.json().get("next").stringValue();
            assertThat(first.numbers("/items")).isEqualTo(down(250, 151));
            for (String repeated : List.of("", "&" + filters, "&status=open", "&status=")) {
                Served.Answered second = served.get(Talks.SESSIONS + "?cursor=" + next + repeated);
                assertThat(second.numbers("/items")).isEqualTo(down(150, 51));
                Served.Answered third = served.get(
                        Talks.SESSIONS + "?cursor=" + second.json().get("next").stringValue());
                assertThat(third.numbers("/items")).isEqualTo(down(50, 1));
                assertThat(third.json().get("next").isNull()).isTrue();
            }
            for (String other : List.of(
                    "&status=closed_resolved", "&handed_off=true", "&channel_type=web", "&updated_after=2026-03-02")) {
                Served.Answered answer = served.get(Talks.SESSIONS + "?cursor=" + next + other);
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.json().get("message").stringValue()).startsWith("cursor belongs to a list");
            }
            served.get("other", Talks.SESSIONS + "?cursor=" + next).is(200, "{\"items\":[],\"next\":null}");
        }
    }

    @Test
    void aFullLastPageHasNoNext() {
        try (Served served = Served.of(OpenCx::dialect, many(100))) {
            Served.Answered only = served.get(Talks.SESSIONS);
            assertThat(only.numbers("/items")).isEqualTo(down(100, 1));
            assertThat(only.json().get("next").isNull()).isTrue();
        }
    }

    @Test
    void aBrokenCursorIsRefused() {
        try (Served served = Served.of(OpenCx::dialect, many(101))) {
            String next = served.get(Talks.SESSIONS).json().get("next").stringValue();
            String plain = new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8);
            Random random = new Random(5);
            for (int i = 0; i < 200; i++) {
                StringBuilder broken = new StringBuilder(plain);
                broken.setCharAt(random.nextInt(plain.length()), (char) (' ' + random.nextInt(95)));
                String cursor = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(broken.toString().getBytes(StandardCharsets.UTF_8));
                assertThat(served.get(Talks.SESSIONS + "?cursor=" + cursor).status())
                        .isIn(200, 400);
            }
        }
    }

    /// X is on a page that was read already, Y on one to come; both change, X first. Who then asks for what was updated
    /// since the greatest time it saw must get X.
    @Test
    void whatChangesOnAPageAlreadyReadIsFoundTheNextTime() {
        try (Served served = Served.of(OpenCx::dialect, many(150))) {
            Talks talks = new Talks(served);
            AtomicBoolean changed = new AtomicBoolean();
            Extractor extractor = new Extractor(served, Talks.SESSIONS, () -> {
                if (!changed.getAndSet(true)) {
                    talks.says(Sample.id(150), "X");
                    talks.says(Sample.id(1), "Y");
                }
            });
            assertThat(extractor.run()).isEqualTo(150);
            assertThat(extractor.run()).isBetween(2, 3);
            assertThat(extractor.records().get(Sample.id(150).toString())).isEqualTo(talks.get(Sample.id(150)));
            assertThat(extractor.records().get(Sample.id(1).toString())).isEqualTo(talks.get(Sample.id(1)));
        }
    }

    @Test
    void anExtractorHasEverythingInTheEndWhateverChangesMeanwhile() throws InterruptedException {
        try (Served served = Served.of(OpenCx::dialect, many(230))) {
            Talks talks = new Talks(served);
            Random random = new Random(17);
            AtomicBoolean ended = new AtomicBoolean();
            Thread writer = Thread.ofVirtual().start(() -> {
                while (!ended.get()) {
                    change(talks, random);
                }
            });
            Extractor extractor = new Extractor(served, Talks.SESSIONS, () -> change(talks, new Random()));
            for (int run = 0; run < 12; run++) {
                extractor.run();
            }
            ended.set(true);
            writer.join();
            extractor.run();
            extractor.run();
            Map<String, JsonNode> truth = talks.items(Talks.SESSIONS, "").stream()
                    .collect(Collectors.toMap(item -> item.get("id").stringValue(), item -> item));
            assertThat(extractor.records()).containsExactlyInAnyOrderEntriesOf(truth);
            assertThat(truth).hasSizeGreaterThan(230);
        }
    }

    private static void change(Talks talks, Random random) {
        UUID one = Sample.id(1 + random.nextInt(230));
        switch (random.nextInt(4)) {
            case 0 -> talks.create("{}");
            case 1 -> talks.status(one, random.nextBoolean() ? "closed_resolved" : "open");
            default -> talks.says(one, "again");
        }
    }

    /// Created one second after the other.
    private static List<Row> many(int count) {
        List<Row> rows = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            String at = "2026-03-01T00:%02d:%02dZ".formatted(number / 60, number % 60);
            rows.add(Sample.conversation(number, at)
                    .state(State.ACTIVE)
                    .channel(Channel.EMAIL)
                    .row());
        }
        return rows;
    }

    private static List<Long> down(long first, long last) {
        return LongStream.rangeClosed(0, first - last)
                .map(i -> first - i)
                .boxed()
                .toList();
    }
}
