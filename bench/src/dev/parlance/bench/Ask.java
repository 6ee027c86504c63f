package dev.parlance.bench;

/// A request as its line in the file that the load tool reads; a body of "" is none.
record Ask(String method, String path, String body) {
    static Ask get(String path) {
        return new Ask("GET", path, "");
    }

    static Ask post(String path, String body) {
        return new Ask("POST", path, body);
    }

    String line() {
        return method + "\t" + path + "\t" + body;
    }
}
