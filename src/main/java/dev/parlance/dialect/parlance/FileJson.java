package dev.parlance.dialect.parlance;

import dev.parlance.dialect.Members;
import dev.parlance.dialect.Moments;
import dev.parlance.tenant.FileLinks;
import org.jspecify.annotations.Nullable;

/// Writes where a file is: an outside address as it is, or for one that we hold an address that works for a while.
final class FileJson {
    private FileJson() {}

    static void write(Members members, @Nullable String url, @Nullable String file, View view, long number) {
        FileLinks.Link held = file == null ? null : view.links().find(number, file);
        members.nullable("url", held == null ? url : held.url());
        members.nullable("url_expires_at", held == null ? null : Moments.micros(held.expires()));
    }
}
