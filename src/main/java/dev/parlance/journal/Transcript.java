package dev.parlance.journal;

import dev.parlance.conversation.Instants;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.StableId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A draft's messages with their ids and times. A message is the stored one of the same id, else of the same position.
final class Transcript {
    private final Draft draft;
    private final UUID conversation;
    private final List<Message> stored;
    private final Instant now;
    private final Map<UUID, Message> storedById;
    private final Set<UUID> taken;

    private Transcript(Draft draft, UUID conversation, List<Message> stored, Instant now) {
        this.draft = draft;
        this.conversation = conversation;
        this.stored = stored;
        this.now = now;
        this.storedById = stored.stream().collect(Collectors.toMap(Message::id, each -> each, (first, next) -> first));
        this.taken = new HashSet<>();
        for (Draft.MessageDraft message : draft.messages()) {
            UUID given = givenId(message.id());
            if (given != null) {
                taken.add(given);
            }
        }
    }

    static List<Message> of(Draft draft, UUID conversation, List<Message> stored, Instant now) {
        return new Transcript(draft, conversation, stored, now).messages();
    }

    /// The first message whose id another one of the draft has too, -1 when all differ.
    static int repeatedId(Draft draft) {
        Map<String, Integer> seen = HashMap.newHashMap(draft.messages().size());
        for (int i = 0; i < draft.messages().size(); i++) {
            String id = draft.messages().get(i).id();
            if (id != null && seen.put(StableId.of("message", id).toString(), i) != null) {
                return i;
            }
        }
        return -1;
    }

    private List<Message> messages() {
        List<Message> messages = new ArrayList<>(draft.messages().size());
        @Nullable Instant previous = null;
        for (int position = 0; position < draft.messages().size(); position++) {
            Draft.MessageDraft each = draft.messages().get(position);
            UUID id = id(each.id(), position);
            Instant at = previous == null ? first(each.at(), id) : next(each.at(), previous);
            messages.add(new Message(
                    id, each.author(), each.authorName(), at, each.text(), each.attachments(), each.uses()));
            previous = at;
        }
        return messages;
    }

    private @Nullable UUID givenId(@Nullable String id) {
        if (id == null) {
            return null;
        }
        return StableId.isUuid(id)
                ? StableId.of("message", id)
                : StableId.derived("message", conversation.toString(), id);
    }

    private UUID id(@Nullable String given, int position) {
        UUID id = givenId(given);
        if (id != null) {
            return id;
        }
        if (position < stored.size() && taken.add(stored.get(position).id())) {
            return stored.get(position).id();
        }
        for (int attempt = 0; ; attempt++) {
            UUID derived = StableId.derived(
                    "message at", conversation.toString(), Integer.toString(position), Integer.toString(attempt));
            if (taken.add(derived)) {
                return derived;
            }
        }
    }

    private Instant first(@Nullable Instant given, UUID id) {
        if (given != null) {
            return Instants.micros(given);
        }
        Instant created = draft.times().created();
        if (created != null) {
            return Instants.micros(created);
        }
        Message known = storedById.get(id);
        return known == null ? now : known.at();
    }

    private static Instant next(@Nullable Instant given, Instant previous) {
        return given == null ? previous.plusSeconds(1) : Instants.micros(given);
    }
}
