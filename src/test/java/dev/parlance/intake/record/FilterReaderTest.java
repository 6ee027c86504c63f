package dev.parlance.intake.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.UseKind;
import dev.parlance.problem.Problem;
import dev.parlance.problem.Refusal;
import dev.parlance.query.Field;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.NumberField;
import dev.parlance.query.Span;
import dev.parlance.query.TextField;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FilterReaderTest {
    private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void everyShapeIsRead() {
        assertThat(read("{'all': []}")).isEqualTo(Filter.EVERYTHING);
        assertThat(read("{'any': [{'tag': 'vip'}]}")).isEqualTo(new Filter.Any(List.of(new Filter.Tagged("vip"))));
        assertThat(read("{'not': {'present': 'team'}}")).isEqualTo(new Filter.Not(new Filter.Present(Field.TEAM)));
        assertThat(read("{'field': 'state', 'in': ['new', 'active']}"))
                .isEqualTo(new Filter.OneOf(Field.STATE, Set.of("new", "active")));
        assertThat(read("{'during': 'created', 'from': '2026-01-01'}"))
                .isEqualTo(new Filter.During(InstantField.CREATED, new Span(DAY, null)));
        assertThat(read("{'between': 'messages', 'least': 1}"))
                .isEqualTo(new Filter.Between(NumberField.MESSAGES, 1L, null));
        assertThat(read("{'contains': 'user', 'part': '49'}")).isEqualTo(new Filter.Contains(TextField.USER, "49"));
        assertThat(read("{'words': 'Refund please'}")).isEqualTo(Filter.words("refund please"));
        assertThat(read("{'contact_custom_data': {'a': 1}}"))
                .isEqualTo(new Filter.CustomData(Filter.Owner.CONTACT, new JsonText("{\"a\":1}")));
        assertThat(read("{'used': {'type': 'action', 'id': 'a', 'kind': 'applied', 'to': '2026-01-01'}}"))
                .isEqualTo(new Filter.Used(ResourceType.ACTION, "a", UseKind.APPLIED, new Span(null, DAY)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{'tag': 'a', 'words': 'b'} ~ filter",
                "{} ~ filter",
                "[] ~ filter",
                "{'all': [{'tag': 'a'}, {'state': 'new'}]} ~ filter.all[1]",
                "{'not': {'field': 'state', 'in': ['open']}} ~ filter.not.in",
                "{'field': 'colour', 'in': ['a']} ~ filter.field",
                "{'field': 'team', 'in': ['support']} ~ filter.in",
                "{'field': 'team'} ~ filter.in",
                "{'during': 'created', 'form': '2026'} ~ filter.form",
                "{'used': {'type': 'action'}} ~ filter.used.id",
                "{'tag': ~ filter",
            })
    void aMistakeIsNamed(String json, String field) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(((Problem.Invalid) refusal.problem()).mistakes())
                                .anyMatch(mistake -> mistake.field().equals(field)));
    }

    private static Filter read(String json) {
        return FilterReader.read(json.replace('\'', '"'));
    }
}
