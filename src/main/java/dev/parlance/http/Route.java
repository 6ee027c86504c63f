package dev.parlance.http;

import java.util.function.Predicate;

/// One operation: a method, a path template such as `/resource-usage/{resource_type}`, and who handles it.
///
/// @param streams whether a request counts against the streaming limit instead of the standard one
public record Route(String method, String path, Predicate<Request> streams, Handler handler) {
    public static Route get(String path, Handler handler) {
        return new Route("GET", path, request -> false, handler);
    }

    public static Route post(String path, Handler handler) {
        return new Route("POST", path, request -> false, handler);
    }

    public static Route put(String path, Handler handler) {
        return new Route("PUT", path, request -> false, handler);
    }

    public static Route patch(String path, Handler handler) {
        return new Route("PATCH", path, request -> false, handler);
    }

    public static Route delete(String path, Handler handler) {
        return new Route("DELETE", path, request -> false, handler);
    }

    public Route streamingWhen(Predicate<Request> condition) {
        return new Route(method, path, condition, handler);
    }
}
