package dev.parlance.dialect.parlance;

import dev.parlance.http.Request;
import dev.parlance.query.Row;
import dev.parlance.tenant.FileLinks;
import java.util.List;

/// What one answer shows of its conversations: whether what was said, and the addresses of the files they hold.
record View(boolean sensitive, FileLinks.Links links) {
    static View of(FileLinks files, Request request, List<Row> rows) {
        return new View(request.access().seesSensitive(), files.of(request.access(), rows, request.origin()));
    }
}
