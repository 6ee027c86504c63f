package dev.parlance.dialect.ohallo;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.ChannelAccount;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Direction;
import dev.parlance.conversation.Named;
import dev.parlance.dialect.Receipts;
import dev.parlance.http.Handler;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Draft;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Desk;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `POST /api/conversations/compose`: a person writes first.
final class Compose implements Handler {
    private final Doors doors;

    Compose(Doors doors) {
        this.doors = doors;
    }

    @Override
    public Reply handle(Request request) {
        Access access = request.access();
        access.require(Permission.CONVERSATIONS_WRITE);
        ComposeRequest asked = ComposeRequest.read(request);
        ChannelAccount channel = channel(access, asked);
        Draft draft = draft(asked, channel, contact(access, asked.addressee()));
        Deed first = new Deed.Say(null, Author.HUMAN, null, asked.content(), List.of(), List.of());
        Desk.Done done = doors.desk().open(access, draft, List.of(first), Receipts.stamp(request, "compose"));
        String address = "/api/conversations/" + done.row().conversation().id();
        return new Reply.Whole(201, Map.of("Location", address), 1, Acknowledged::write);
    }

    private ChannelAccount channel(Access access, ComposeRequest asked) {
        Named workspace = doors.premises().getWorkspace(access, Ids.of(asked.workspace(), "Workspace"));
        ChannelAccount channel = doors.premises().channels(access, workspace.id()).stream()
                .filter(each -> each.id().toString().equalsIgnoreCase(asked.channel()))
                .findFirst()
                .orElseThrow(() -> invalid("channelId", "a channel of the workspace"));
        if (channel.channel() == Channel.EMAIL && asked.subject() == null) {
            throw invalid("subject", "given on an email channel");
        }
        if (!channel.enabled()) {
            throw new Problem.Conflict("The channel is disabled.").refusal();
        }
        return channel;
    }

    private static RuntimeException invalid(String member, String accepted) {
        return Problem.invalid(new Mistake(Mistake.Place.BODY, member, "value", member + " must be " + accepted));
    }

    /// A contact that is known keeps its name.
    private Draft.ContactDraft contact(Access access, ComposeRequest.Addressee to) {
        if (to.contact() != null) {
            UUID contact = Ids.of(to.contact(), "Contact");
            if (!doors.directory().isContact(access, contact)) {
                throw new Problem.NotFound("Contact").refusal();
            }
            return person(contact, null, null, null);
        }
        UUID known =
                doors.directory().findAddressee(access, to.email(), to.phone()).orElse(null);
        return known == null
                ? person(null, to.name(), to.email(), to.phone())
                : person(known, null, to.email(), to.phone());
    }

    private static Draft.ContactDraft person(
            @Nullable UUID id, @Nullable String name, @Nullable String email, @Nullable String phone) {
        String text = id == null ? null : id.toString();
        return new Draft.ContactDraft(text, null, name, email, phone, null, null, null, null, null);
    }

    private static Draft draft(ComposeRequest asked, ChannelAccount channel, Draft.ContactDraft contact) {
        UUID id = UUID.randomUUID();
        return new Draft(
                id,
                "ohallo",
                id.toString(),
                null,
                new Draft.Place(channel.workspace().name(), channel.channel(), channel.name(), Direction.OUTBOUND),
                null,
                new Conversation.Words(asked.subject(), null, null, null, null),
                new Draft.Standing(null, null, false, false),
                new Draft.Times(null, null, null, null, null),
                null,
                null,
                contact,
                new Draft.AgentDraft(null, null, null, null),
                new Conversation.Links(null, null, null, null, null),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of());
    }
}
