package dev.parlance.intake.format;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.parlance.intake.record.Json;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// CSV with a header line. Rows may have fewer cells than the header, not more.
final class CsvEntries implements Entries {
    private final Reader reader;
    private final CloseableIterator<CsvRecord> rows;
    private @Nullable List<String> header;
    private long line = 1;
    private boolean over;

    CsvEntries(Reader reader, char separator) {
        this.reader = reader;
        this.rows = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(Json.LONGEST)
                .ofCsvRecord(reader)
                .iterator();
    }

    @Override
    public @Nullable Entry next() {
        try {
            return over ? null : read();
        } catch (CsvParseException e) {
            return last("not CSV, or a cell that is too long; nothing after it was read");
        } catch (UncheckedIOException e) {
            return last(Syntax.reason(e));
        }
    }

    private @Nullable Entry read() {
        if (header == null && rows.hasNext()) {
            header = rows.next().getFields().stream().map(String::strip).toList();
            if (new HashSet<>(header).size() < header.size()) {
                return last("the header names a column twice");
            }
        }
        if (header == null || !rows.hasNext()) {
            over = true;
            return null;
        }
        CsvRecord row = rows.next();
        line = row.getStartingLineNumber();
        return row.getFieldCount() > header.size()
                ? new Entry.Broken(line, row.getFieldCount() + " cells where the header has " + header.size())
                : row(header, row);
    }

    private Entry row(List<String> names, CsvRecord row) {
        ObjectNode cells = JsonNodeFactory.instance.objectNode();
        int size = 0;
        for (int i = 0; i < row.getFieldCount(); i++) {
            String cell = row.getField(i);
            size += cell.length();
            if (!cell.isEmpty()) {
                cells.put(names.get(i), cell);
            }
        }
        return new Entry.Row(line, cells, size);
    }

    private Entry last(String reason) {
        over = true;
        return new Entry.Broken(line, reason);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
