package dev.parlance.bench;

import dev.parlance.conversation.JsonText;
import dev.parlance.journal.Draft;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// A tenant's customers: about one for three conversations, some of whom come often.
record People(World world, int tenant, int count) {
    private static final String[] FIRST = {
        "Ada", "Ben", "Chloe", "Dilan", "Elif", "Farid", "Grace", "Hana", "Igor", "Jana", "Kofi", "Lena", "Mei", "Noor",
        "Omar", "Petra", "Quinn", "Rosa", "Sami", "Tove", "Uma", "Vera", "Wei", "Yara", "Zoe"
    };
    private static final String[] LAST = {
        "Abel", "Berg", "Castro", "Dubois", "Evans", "Fischer", "Garcia", "Haddad", "Ito", "Jansen", "Kaya", "Lopez",
        "Meyer", "Nguyen", "Okafor", "Petrov", "Rossi", "Silva", "Tanaka", "Usman", "Varga", "Weber", "Yilmaz", "Zhang"
    };
    private static final int ELSEWHERE = 1 << 30;

    static People of(World world, int tenant, int conversations) {
        return new People(world, tenant, Math.max(1, conversations * 32 / 100));
    }

    /// Who it is; low places come more often.
    int draw(RandomGenerator random) {
        return (int) (count * Math.pow(random.nextDouble(), 1.4));
    }

    Draft.ContactDraft contact(int person) {
        SplittableRandom random = world.random(tenant, ELSEWHERE + person);
        String first = FIRST[random.nextInt(FIRST.length)];
        String last = LAST[random.nextInt(LAST.length)];
        String firm = random.nextInt(10) < 4 ? "Firm " + random.nextInt(1 + count / 50) : null;
        String domain = firm == null ? "mail.example" : firm.replace(" ", "").toLowerCase(Locale.ROOT) + ".example";
        String email = "%s.%s.%d@%s".formatted(first, last, person, domain).toLowerCase(Locale.ROOT);
        String phone = random.nextInt(10) < 3 ? "+1%02d%08d".formatted(tenant, person) : null;
        JsonText tier = new JsonText("{\"tier\":\"" + (random.nextInt(10) == 0 ? "gold" : "basic") + "\"}");
        return new Draft.ContactDraft(
                null, "c" + person, first + " " + last, email, phone, tier, firm, null, null, null);
    }

    static String membership(int tenant, int person) {
        String text = "membership " + tenant + " " + person;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
