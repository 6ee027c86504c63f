package dev.parlance.tenant;

import dev.parlance.conversation.AttentionItem;
import dev.parlance.conversation.ChannelAccount;
import dev.parlance.conversation.Named;
import dev.parlance.conversation.Team;
import dev.parlance.problem.Problem;
import dev.parlance.query.AttentionItems;
import dev.parlance.query.Places;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The one door to what stands around a tenant's conversations: attention items, workspaces, channels, companies. To a
/// token of one workspace the others do not exist.
public final class Premises {
    private final AttentionItems attention;
    private final Places places;

    public Premises(AttentionItems attention, Places places) {
        this.attention = attention;
        this.places = places;
    }

    /// At most `limit` attention items, newest first; without their reasons for a token that may not see what was said.
    public List<AttentionItem> attention(
            Access access, AttentionItems.Wanted wanted, AttentionItems.@Nullable After after, int limit) {
        access.require(Permission.CONVERSATIONS_READ);
        UUID workspace = within(access, wanted.workspace());
        var own = new AttentionItems.Wanted(workspace, wanted.conversation(), wanted.open());
        return attention.list(access.tenant().id(), own, after, limit).stream()
                .map(item -> safe(access, item))
                .toList();
    }

    /// One attention item, for a token that reads or writes conversations.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound, whether nobody has it or another does
    public AttentionItem getAttention(Access access, UUID id) {
        access.requireOneOf(Permission.CONVERSATIONS_READ, Permission.CONVERSATIONS_WRITE);
        return attention
                .find(access.tenant().id(), own(access), id)
                .map(item -> safe(access, item))
                .orElseThrow(() -> new Problem.NotFound("Attention item").refusal());
    }

    private static AttentionItem safe(Access access, AttentionItem item) {
        return access.seesSensitive()
                ? item
                : new AttentionItem(item.id(), item.conversation(), item.type(), null, item.raised(), item.settled());
    }

    public List<Named> workspaces(Access access) {
        requirePlaces(access);
        return places.workspaces(access.tenant().id(), own(access));
    }

    /// One workspace.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound, whether nobody has it or another does
    public Named getWorkspace(Access access, UUID id) {
        return workspaces(access).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("Workspace").refusal());
    }

    /// The channels of one workspace, or of all.
    public List<ChannelAccount> channels(Access access, @Nullable UUID workspace) {
        requirePlaces(access);
        return places.channels(access.tenant().id(), within(access, workspace));
    }

    /// One channel.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound, whether nobody has it or another does
    public ChannelAccount getChannel(Access access, UUID id) {
        requirePlaces(access);
        return places.findChannel(access.tenant().id(), own(access), id)
                .orElseThrow(() -> new Problem.NotFound("Channel").refusal());
    }

    /// The teams, which all workspaces share.
    public List<Team> teams(Access access) {
        requirePlaces(access);
        return places.teams(access.tenant().id());
    }

    /// The companies of contacts, by name.
    public List<Named> companies(Access access, Places.Companies wanted) {
        access.require(Permission.CONTACTS_READ);
        UUID workspace = within(access, wanted.workspace());
        return places.companies(
                access.tenant().id(), new Places.Companies(workspace, wanted.text(), wanted.after(), wanted.limit()));
    }

    /// One company.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound, whether nobody has it or another does
    public Named getCompany(Access access, UUID id) {
        access.requireOneOf(Permission.CONTACTS_READ, Permission.CONTACTS_WRITE);
        return places.findCompany(access.tenant().id(), own(access), id)
                .orElseThrow(() -> new Problem.NotFound("Company").refusal());
    }

    /// Those of the contacts whose company a person chose.
    public Set<UUID> linkedByHand(Access access, Set<UUID> contacts) {
        return contacts.isEmpty()
                ? Set.of()
                : places.linkedByHand(access.tenant().id(), contacts);
    }

    private static void requirePlaces(Access access) {
        access.requireOneOf(
                Permission.CHANNELS_READ,
                Permission.CHANNELS_WRITE,
                Permission.CONVERSATIONS_READ,
                Permission.CONVERSATIONS_WRITE,
                Permission.CONTACTS_WRITE);
    }

    private static @Nullable UUID own(Access access) {
        return access.workspace() == null ? null : access.workspace().id();
    }

    private static @Nullable UUID within(Access access, @Nullable UUID wanted) {
        UUID own = own(access);
        if (own != null && wanted != null && !own.equals(wanted)) {
            throw new Problem.NotFound("Workspace").refusal();
        }
        return own == null ? wanted : own;
    }
}
