package dev.parlance.http;

import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import dev.parlance.problem.Refusal;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Gate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Takes a request from its head to the last byte of its answer: route, token, rate limit, handler.
///
/// An unknown path or a wrong method is told first, then a bad token, then too many requests; only then does the
/// handler
/// look at the request.
final class Entrance {
    private final Router router;
    private final Dialects dialects;
    private final Gate gate;
    private final HttpServer.Settings settings;
    private final Answers answers;
    private final RateLimits limits = new RateLimits(System::nanoTime);

    Entrance(Router router, Dialects dialects, Gate gate, HttpServer.Settings settings, Answers answers) {
        this.router = router;
        this.dialects = dialects;
        this.gate = gate;
        this.settings = settings;
        this.answers = answers;
    }

    Exchange open(Incoming incoming, Wire wire) {
        String id = RequestIds.of(incoming.headers().get("x-request-id"));
        Body body = new Body(incoming, wire, settings.bodyLimit());
        return new Exchange(id, incoming, wire, body, dialects.inCharge(incoming.path()));
    }

    /// Answers; afterwards the connection is ready for the next request unless the exchange says that it closes.
    ///
    /// @throws ClientGone when the connection is to be cut at once
    void serve(Exchange exchange) {
        try {
            answers.send(exchange, reply(exchange));
        } catch (ClientGone gone) {
            throw gone;
        } catch (Refusal refusal) {
            recover(exchange, refusal.problem());
        } catch (Throwable failure) {
            RequestLog.failed(exchange, failure);
            recover(exchange, new Problem.Failed(exchange.id));
        }
        if (exchange.isClosing()) {
            exchange.body.linger();
        } else {
            exchange.body.skip();
        }
    }

    private void recover(Exchange exchange, Problem problem) {
        if (exchange.isStarted()) {
            throw new ClientGone("the answer broke off");
        }
        try {
            answers.send(exchange, reply(exchange, problem));
        } catch (ClientGone gone) {
            throw gone;
        } catch (RuntimeException failure) {
            RequestLog.failed(exchange, failure);
            Dialect.ProblemBody plain = Plain.body(new Problem.Failed(exchange.id));
            answers.send(exchange, new Reply.Whole(plain.status(), Map.of(), 0, plain.body()));
        }
    }

    private Reply reply(Exchange exchange) {
        Incoming incoming = exchange.incoming;
        return switch (router.find(incoming.method(), incoming.path())) {
            case Router.Found.Hit hit -> reply(exchange, hit);
            case Router.Found.WrongMethod wrong -> wrongMethod(incoming, wrong);
            case Router.Found.Nothing nothing -> throw new Problem.NotFound("Route").refusal();
            case Router.Found.Malformed malformed ->
                throw Problem.invalid(new Mistake(
                        Mistake.Place.PATH, "path", "encoding", "must be percent-encoded UTF-8 without U+0000"));
        };
    }

    private static Reply wrongMethod(Incoming incoming, Router.Found.WrongMethod wrong) {
        if (incoming.method().equals("OPTIONS")) {
            return new Reply.Empty(204, Map.of("Allow", String.join(", ", wrong.allowed())));
        }
        throw new Problem.MethodNotAllowed(wrong.allowed()).refusal();
    }

    private Reply reply(Exchange exchange, Router.Found.Hit hit) {
        Endpoint endpoint = hit.endpoint();
        exchange.reached(endpoint);
        return switch (endpoint.work()) {
            case Endpoint.Work.Open open ->
                open.answer()
                        .apply(new Endpoint.Visit(hit.path(), exchange.incoming.query(), exchange.incoming.headers()));
            case Endpoint.Work.Guarded guarded -> guarded(exchange, guarded.route(), hit.path());
        };
    }

    private Reply guarded(Exchange exchange, Route route, Map<String, String> path) {
        Map<String, String> headers = exchange.incoming.headers();
        String secret = Credentials.secret(
                exchange.incoming.authorization(), exchange.dialect().acceptsBasic());
        Access access = gate.admit(secret, headers.get("x-anyreach-org"));
        exchange.admitted(access);
        RequestBody body = new RequestBody(headers, exchange.body);
        List<Request.Parameter> query;
        try {
            query = QueryText.parameters(exchange.incoming.query());
        } catch (Refusal malformed) {
            limit(exchange, access, false);
            throw malformed;
        }
        Request request = new Request(exchange.id, access, path, query, headers, body);
        limit(exchange, access, streams(route, request));
        return route.handler().handle(request);
    }

    private static boolean streams(Route route, Request request) {
        try {
            return route.streams().test(request);
        } catch (Refusal refusal) {
            // The handler will find the same and say so; until then it is an ordinary request.
            return false;
        }
    }

    private void limit(Exchange exchange, Access access, boolean streams) {
        Integer own = access.requestsPerMinute();
        int standing = streams ? settings.streamingPerMinute() : settings.standardPerMinute();
        int limit = own == null ? standing : own;
        if (limit <= 0) {
            return;
        }
        RateLimits.Verdict verdict = limits.take(access.token(), streams, limit);
        exchange.limited(verdict);
        if (!verdict.passes()) {
            throw new Problem.TooManyRequests(verdict.untilNext()).refusal();
        }
    }

    private static Reply reply(Exchange exchange, Problem problem) {
        Dialect dialect = exchange.dialect();
        Dialect.ProblemBody body = dialect.problems().apply(problem);
        Map<String, String> headers = headers(dialect, problem);
        headers.put("Content-Type", body.contentType());
        return new Reply.Whole(body.status(), headers, 0, body.body());
    }

    private static Map<String, String> headers(Dialect dialect, Problem problem) {
        Map<String, String> headers = new TreeMap<>();
        if (problem instanceof Problem.Unauthenticated) {
            headers.put("WWW-Authenticate", Credentials.challenge(dialect.acceptsBasic()));
        } else if (problem instanceof Problem.MethodNotAllowed method) {
            headers.put("Allow", String.join(", ", new TreeSet<>(method.allowed())));
        } else if (problem instanceof Problem.TooManyRequests requests) {
            long seconds = Math.ceilDiv(requests.retryAfter().toNanos(), 1_000_000_000L);
            headers.put("Retry-After", Long.toString(Math.max(1, seconds)));
        }
        return headers;
    }
}
