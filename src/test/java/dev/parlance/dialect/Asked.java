package dev.parlance.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parlance.conversation.TenantId;
import dev.parlance.http.JsonBody;
import dev.parlance.http.Request;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import dev.parlance.problem.Refusal;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Permission;
import dev.parlance.tenant.Tenant;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Requests, and what becomes of them, without a server.
public final class Asked {
    private static final Tenant TENANT = new Tenant(new TenantId(1), new UUID(0x4000, 1), "one");

    private Asked() {}

    /// A request with a query as it stands in a URL.
    public static Request request(String query, Permission... permissions) {
        List<Request.Parameter> parameters = Arrays.stream(query.split("&", -1))
                .filter(piece -> !piece.isEmpty())
                .map(Asked::parameter)
                .toList();
        Access access = new Access(TENANT, new UUID(0, 1), Set.of(permissions), null, null);
        return new Request(
                "request", access, Map.of(), parameters, Map.of(), () -> JsonNodeFactory.instance.missingNode());
    }

    /// What the call is refused with.
    public static Problem problem(ThrowingCallable call) {
        Throwable refusal = catchThrowable(call);
        assertThat(refusal).isInstanceOf(Refusal.class);
        return ((Refusal) refusal).problem();
    }

    /// The mistakes that the call is refused for.
    public static List<Mistake> mistakes(ThrowingCallable call) {
        Problem problem = problem(call);
        assertThat(problem).isInstanceOf(Problem.Invalid.class);
        return ((Problem.Invalid) problem).mistakes();
    }

    /// The JSON that is written.
    public static String text(JsonBody body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonMapper.shared().createGenerator(text)) {
            body.write(json);
        }
        return text.toString();
    }

    private static Request.Parameter parameter(String piece) {
        String[] parts = piece.split("=", 2);
        return new Request.Parameter(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
