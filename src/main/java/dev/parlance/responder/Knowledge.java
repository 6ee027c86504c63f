package dev.parlance.responder;

import dev.parlance.conversation.KnowledgeItem;
import dev.parlance.conversation.TenantId;
import java.util.Collection;
import java.util.List;

/// What a tenant's model may answer from.
public interface Knowledge {
    /// How many items were new, changed, and as they were.
    record Kept(int created, int updated, int unchanged) {}

    /// Keeps items by their ids; those that are there already are replaced.
    Kept keep(TenantId tenant, Collection<KnowledgeItem> items);

    /// Forgets items, and says how many there were.
    int remove(TenantId tenant, Collection<String> ids);

    /// The items that have most to do with the words of a question, best first.
    List<KnowledgeItem> retrieve(TenantId tenant, String question, int most);
}
