package dev.parlance.dialect.opencx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.TenantId;
import dev.parlance.dialect.Parameters;
import dev.parlance.http.Request;
import dev.parlance.problem.Refusal;
import dev.parlance.query.ResourceUsage;
import dev.parlance.query.Span;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

class UsageCursorTest {
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00.000001Z");
    private static final Instant LAST = Instant.parse("2026-03-25T11:42:07.123456Z");

    @ParameterizedTest
    @ValueSource(strings = {"refund-policy", "a\nb", "", "漢字 \uD83D\uDE00", "1\naction\n"})
    void remembersEverything(String resourceId) {
        UsageCursor cursor = cursor(ResourceType.KNOWLEDGE, new Span(FROM, null), resourceId);
        assertThat(read(cursor.text(), asked(ResourceType.KNOWLEDGE, null, null)))
                .isEqualTo(cursor);
        assertThat(read(cursor.text(), asked(ResourceType.KNOWLEDGE, FROM, null)))
                .isEqualTo(cursor);
    }

    @Test
    void otherFiltersThanRememberedAreRefused() {
        String cursor =
                cursor(ResourceType.KNOWLEDGE, new Span(FROM, null), "x").text();
        List<UsageCursor> others = List.of(
                asked(ResourceType.ACTION, null, null),
                asked(ResourceType.KNOWLEDGE, LAST, null),
                asked(ResourceType.KNOWLEDGE, FROM, LAST));
        assertThat(others)
                .allSatisfy(
                        other -> assertThatThrownBy(() -> read(cursor, other)).isInstanceOf(Refusal.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "====",
                "1",
                "1\naction\n\n\n2026-03-01T00:00:00Z",
                "2\naction\n\n\n2026-03-01T00:00:00Z\nx",
                "1\nrobot\n\n\n2026-03-01T00:00:00Z\nx",
                "1\naction\n\n\n\nx",
                "1\naction\nsoon\n\n2026-03-01T00:00:00Z\nx",
                "1\naction\n\n\n2026-03-01T00:00:00Z\n\0"
            })
    void brokenCursorsAreRefused(String inside) {
        UsageCursor asked = asked(ResourceType.ACTION, null, null);
        String encoded = Base64.getUrlEncoder().encodeToString(inside.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> read(encoded, asked)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> read("%" + inside, asked)).isInstanceOf(Refusal.class);
    }

    private static UsageCursor asked(ResourceType type, @Nullable Instant from, @Nullable Instant to) {
        return new UsageCursor(type, new Span(from, to), null);
    }

    private static UsageCursor cursor(ResourceType type, Span span, String resourceId) {
        return new UsageCursor(type, span, new ResourceUsage.Last(LAST, resourceId));
    }

    private static UsageCursor read(String cursor, UsageCursor asked) {
        Access access =
                new Access(new Tenant(new TenantId(1), new UUID(0, 1), "Ferrum"), new UUID(0, 2), Set.of(), null, null);
        List<Request.Parameter> query = List.of(new Request.Parameter("cursor", cursor));
        Parameters parameters = new Parameters(
                new Request("r", access, Map.of(), query, Map.of(), JsonNodeFactory.instance::missingNode));
        UsageCursor read = UsageCursor.read(parameters, asked);
        parameters.check();
        return read;
    }
}
