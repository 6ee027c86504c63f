package dev.parlance.responder;

import dev.parlance.conversation.TenantId;
import java.util.List;

/// A tenant's language model, for what is not said to contacts.
public final class TenantModel {
    private final Responders responders;
    private final Chat chat;

    public TenantModel(Responders responders, Variables variables) {
        this.responders = responders;
        this.chat = new Chat(variables);
    }

    /// What the model made of it.
    public sealed interface Opinion {
        record Said(String text) implements Opinion {}

        /// The tenant has no model.
        record None() implements Opinion {}

        /// It gave none; `passing` when it may be asked again.
        record Failed(boolean passing) implements Opinion {}
    }

    /// Asks the tenant's model to do as told with a text.
    public Opinion ask(TenantId tenant, String told, String text) {
        Responder responder = responders.find(tenant).orElse(null);
        if (!(responder instanceof Responder.Model model)) {
            return new Opinion.None();
        }
        try {
            return new Opinion.Said(
                    chat.complete(model, List.of(new Chat.Line("system", told), new Chat.Line("user", text))));
        } catch (ResponderFailure failure) {
            return new Opinion.Failed(failure.isPassing());
        }
    }
}
