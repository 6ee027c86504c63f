package dev.parlance.query;

import dev.parlance.conversation.ChannelAccount;
import dev.parlance.conversation.Named;
import dev.parlance.conversation.Team;
import dev.parlance.conversation.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What conversations belong to: workspaces, the channels in them, and the companies of contacts. With a workspace
/// given, nothing outside of it is there; a company is in the workspaces in which it has conversations.
public interface Places {
    /// By name.
    List<Named> workspaces(TenantId tenant, @Nullable UUID workspace);

    /// By workspace, kind and name.
    List<ChannelAccount> channels(TenantId tenant, @Nullable UUID workspace);

    Optional<ChannelAccount> findChannel(TenantId tenant, @Nullable UUID workspace, UUID id);

    /// The teams that conversations are given to, by name; all workspaces share them.
    List<Team> teams(TenantId tenant);

    /// Which companies are meant: those whose name has all words of `text` somewhere, whatever the case and accents,
    /// and
    /// that follow `after` in the order of names; at most `limit`.
    record Companies(
            @Nullable UUID workspace, String text, @Nullable Named after, int limit) {}

    /// By name.
    List<Named> companies(TenantId tenant, Companies wanted);

    Optional<Named> findCompany(TenantId tenant, @Nullable UUID workspace, UUID id);

    /// Those of the contacts whose company a person chose.
    Set<UUID> linkedByHand(TenantId tenant, Set<UUID> contacts);
}
