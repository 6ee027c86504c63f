package dev.parlance.query;

import dev.parlance.conversation.TenantId;
import java.util.function.Consumer;

/// Who can answer questions about one tenant's conversations: the store by SQL, the index from memory. All agree.
public interface Conversations {
    Answer answer(TenantId tenant, Query query);

    /// Gives every row of the page to `rows` in order, holding only a few of them in memory at a time, from one
    /// moment's data.
    void stream(TenantId tenant, Query query, Consumer<Row> rows);
}
