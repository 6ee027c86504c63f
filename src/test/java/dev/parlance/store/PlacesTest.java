package dev.parlance.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Channel;
import dev.parlance.conversation.ChannelAccount;
import dev.parlance.conversation.Named;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Command;
import dev.parlance.journal.Drafts;
import dev.parlance.query.Places;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final StoreFixture STORE = StoreFixture.open();
    private static final TenantId TENANT = STORE.tenant("own").id();
    private static final TenantId OTHER = STORE.tenant("other").id();
    private static final Places PLACES = new PostgresPlaces(STORE.database());
    private static final UUID NORTH = StableId.workspace("north");
    private static final UUID SOUTH = StableId.workspace("south");

    static {
        Command[] puts = {
            Drafts.of("1")
                    .place("north", Channel.EMAIL, "help@example.com")
                    .contact(c -> c.email("a@example.com").company("Örebro Trä"))
                    .put(),
            Drafts.of("2")
                    .place("south", Channel.WEB, null)
                    .contact(c -> c.email("b@example.com").company("Ferrum"))
                    .put(),
            Drafts.of("3").place("south", Channel.EMAIL, null).put()
        };
        new PostgresLedger(STORE.database(), Clock.systemUTC()).commit(TENANT, List.of(puts));
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void workspacesComeByName() {
        assertThat(PLACES.workspaces(TENANT, null)).extracting(Named::name).containsExactly("north", "south");
        assertThat(PLACES.workspaces(TENANT, SOUTH)).extracting(Named::id).containsExactly(SOUTH);
        assertThat(PLACES.workspaces(OTHER, null)).isEmpty();
    }

    @Test
    void channelsAreThoseOfTheWorkspace() {
        assertThat(PLACES.channels(TENANT, null))
                .extracting(ChannelAccount::name)
                .containsExactly("help@example.com", "web", "email");
        assertThat(PLACES.channels(TENANT, NORTH)).singleElement().satisfies(channel -> {
            assertThat(channel.id()).isEqualTo(StableId.channel("north", Channel.EMAIL, "help@example.com"));
            assertThat(channel.channel()).isEqualTo(Channel.EMAIL);
            assertThat(channel.title()).isEqualTo("help@example.com");
            assertThat(channel.enabled()).isTrue();
            assertThat(PLACES.findChannel(TENANT, null, channel.id())).contains(channel);
            assertThat(PLACES.findChannel(TENANT, SOUTH, channel.id())).isEmpty();
            assertThat(PLACES.findChannel(OTHER, null, channel.id())).isEmpty();
        });
    }

    @Test
    void companiesAreFoundByAPartOfTheirNameWhateverCaseAndAccents() {
        assertThat(names(null, "", null)).containsExactly("Ferrum", "Örebro Trä");
        assertThat(names(null, "oREBRO t", null)).containsExactly("Örebro Trä");
        assertThat(names(null, "ra bro", null)).containsExactly("Örebro Trä");
        assertThat(names(null, "ra ferrum", null)).isEmpty();
        assertThat(names(SOUTH, "", null)).containsExactly("Ferrum");
        assertThat(names(null, "", new Named(StableId.company("Ferrum"), "Ferrum")))
                .containsExactly("Örebro Trä");
    }

    @Test
    void aCompanyIsInTheWorkspacesOfItsConversations() {
        UUID ferrum = StableId.company("Ferrum");
        assertThat(PLACES.findCompany(TENANT, null, ferrum)).isPresent();
        assertThat(PLACES.findCompany(TENANT, SOUTH, ferrum)).isPresent();
        assertThat(PLACES.findCompany(TENANT, NORTH, ferrum)).isEmpty();
        assertThat(PLACES.findCompany(OTHER, null, ferrum)).isEmpty();
        assertThat(PLACES.linkedByHand(TENANT, Set.of(ferrum))).isEmpty();
    }

    private static List<String> names(@Nullable UUID workspace, String part, @Nullable Named after) {
        return PLACES.companies(TENANT, new Places.Companies(workspace, part, after, 10)).stream()
                .map(Named::name)
                .toList();
    }
}
