package dev.parlance.store;

import dev.parlance.journal.Writer;
import dev.parlance.query.Conversations;
import dev.parlance.tenant.Archive;
import dev.parlance.tenant.Desk;
import dev.parlance.tenant.Directory;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.FileLinks;
import dev.parlance.tenant.Premises;
import dev.parlance.tenant.Replies;
import dev.parlance.tenant.Roster;
import java.time.Clock;

/// The doors to the data of a database.
public final class PostgresDoors {
    private PostgresDoors() {}

    /// Opens them, with the usual terms for addresses of files.
    ///
    /// @param answers who answers questions about conversations: the index, or the database itself
    public static Doors of(Database database, Conversations answers, Writer writer) {
        return of(database, answers, writer, FileLinks.Terms.USUAL);
    }

    public static Doors of(Database database, Conversations answers, Writer writer, FileLinks.Terms terms) {
        PostgresContacts contacts = new PostgresContacts(database);
        Archive archive = new Archive(
                answers,
                new PostgresUsage(database),
                new PostgresConversations(database),
                new PostgresChronicle(database));
        Directory directory = new Directory(contacts, new PostgresTags(database), new PostgresSatisfaction(database));
        Premises premises = new Premises(new PostgresAttentionItems(database), new PostgresPlaces(database));
        FileLinks files =
                new FileLinks(new PostgresRegistry(database), new PostgresFiles(database), Clock.systemUTC(), terms);
        return new Doors(
                archive,
                directory,
                premises,
                new Desk(writer, contacts),
                new Roster(new PostgresAgents(database), new PostgresAgentLedger(database, Clock.systemUTC())),
                files,
                new Replies(new PostgresTurns(database)));
    }
}
