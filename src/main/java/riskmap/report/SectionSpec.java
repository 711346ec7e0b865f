package riskmap.report;

import java.util.List;
import java.util.Map;
import riskmap.map.LocalText;

/**
 * What a template says of one section.
 *
 * @param type which kind of section, one of {@link ReportTemplates#types}
 * @param title its heading; empty for the usual one of its kind
 * @param texts paragraphs with fields, of a text section or before the content of another
 * @param tables ids of result tables
 * @param columns keys of the columns shown; all when empty
 * @param kinds keys of layer kinds
 * @param measures keys of the columns counted by town
 * @param levels actions to take by level of risk, of a checklist
 * @param limit most rows shown of a long list, greatest height of a map in millimetres; 0 for all of it
 */
public record SectionSpec(
        String type,
        LocalText title,
        List<LocalText> texts,
        List<String> tables,
        List<String> columns,
        List<String> kinds,
        List<String> measures,
        Map<Integer, List<LocalText>> levels,
        int limit) {
    public SectionSpec {
        texts = List.copyOf(texts);
        tables = List.copyOf(tables);
        columns = List.copyOf(columns);
        kinds = List.copyOf(kinds);
        measures = List.copyOf(measures);
        levels = Map.copyOf(levels);
    }
}
