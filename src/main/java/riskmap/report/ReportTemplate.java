package riskmap.report;

import java.util.List;
import riskmap.map.LocalText;

/**
 * What a report is made of: a file in {@code maps/reports}, or one of the user's.
 *
 * @param name file name without ending
 * @param label what the template is called in lists
 * @param issuer who issues the report, with fields
 * @param issue number and date, with fields
 * @param title of the report, with fields
 * @param models ids of the models whose last run it is about; {@code *} for any; empty for
 *     none
 * @param fields what the user may set
 * @param sections in order
 */
public record ReportTemplate(
        String name,
        LocalText label,
        LocalText issuer,
        LocalText issue,
        LocalText title,
        List<String> models,
        List<Setting> fields,
        List<SectionSpec> sections) {
    /**
     * A text the user may set.
     *
     * @param key its name in texts of the template and on the command line
     * @param title what it is called
     * @param value the text when none is given, with fields
     */
    public record Setting(String key, LocalText title, LocalText value) {}

    public ReportTemplate {
        models = List.copyOf(models);
        fields = List.copyOf(fields);
        sections = List.copyOf(sections);
    }
}
