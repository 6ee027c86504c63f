package dev.parlance.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Whose words a problem is told in: the dialect with the longest prefix of the path.
final class Dialects {
    private final List<Dialect> longestFirst;
    private final Dialect house;

    Dialects(List<Dialect> dialects, Dialect house) {
        this.house = house;
        this.longestFirst = new ArrayList<>(dialects);
        longestFirst.sort(
                Comparator.comparingInt((Dialect dialect) -> dialect.prefix().length())
                        .reversed());
    }

    Dialect inCharge(String path) {
        for (Dialect dialect : longestFirst) {
            String prefix = dialect.prefix();
            boolean isPrefixItself = prefix.length() == path.length() + 1 && prefix.endsWith("/");
            if (path.startsWith(prefix) || (isPrefixItself && prefix.startsWith(path))) {
                return dialect;
            }
        }
        return house;
    }
}
