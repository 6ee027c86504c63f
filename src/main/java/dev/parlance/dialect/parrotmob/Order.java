package dev.parlance.dialect.parrotmob;

import dev.parlance.query.InstantField;
import dev.parlance.query.Sort;
import java.util.Locale;

/// The values of `order_by`. The vendor's page has `updated_at_*` sort by `inserted_at`, against its own recipe; here
/// they do what they say.
enum Order {
    INSERTED_AT_ASC(Sort.oldestFirst(InstantField.CREATED)),
    INSERTED_AT_DESC(Sort.newestFirst(InstantField.CREATED)),
    UPDATED_AT_ASC(Sort.oldestFirst(InstantField.UPDATED)),
    UPDATED_AT_DESC(Sort.newestFirst(InstantField.UPDATED));

    private final Sort sort;

    Order(Sort sort) {
        this.sort = sort;
    }

    Sort sort() {
        return sort;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
