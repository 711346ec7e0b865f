package riskmap.app.report;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import riskmap.base.Language;
import riskmap.style.ColourScheme;

/**
 * What to report.
 *
 * @param template name of a shipped template or path of a JSON file
 * @param run id of the run it is about; empty for the last one of the template's models
 * @param compare id of the run it is compared with; empty for the one before
 * @param language of the report
 * @param fields what the user sets, by key
 * @param created date and time of the report
 * @param colours the scheme of its maps and charts; null for the colours of the project
 */
public record ReportRequest(
        String template,
        String run,
        String compare,
        Language language,
        Map<String, String> fields,
        ZonedDateTime created,
        ColourScheme colours) {
    public ReportRequest {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        created = created.truncatedTo(ChronoUnit.SECONDS);
    }

    /** A report now, in the language in use. */
    public static ReportRequest of(String template) {
        return new ReportRequest(template, "", "", Language.current(), Map.of(), ZonedDateTime.now(), null);
    }

    public ReportRequest withRun(String id) {
        return new ReportRequest(template, id, compare, language, fields, created, colours);
    }

    public ReportRequest withCompare(String id) {
        return new ReportRequest(template, run, id, language, fields, created, colours);
    }

    public ReportRequest withLanguage(Language other) {
        return new ReportRequest(template, run, compare, other, fields, created, colours);
    }

    public ReportRequest withFields(Map<String, String> set) {
        return new ReportRequest(template, run, compare, language, set, created, colours);
    }

    public ReportRequest withCreated(ZonedDateTime time) {
        return new ReportRequest(template, run, compare, language, fields, time, colours);
    }

    /** With maps and charts in the scheme of a name, such as {@code print}; the empty name means those of the project. */
    public ReportRequest withColours(String name) {
        ColourScheme scheme = name.isEmpty() ? null : ColourScheme.of(name);
        return new ReportRequest(template, run, compare, language, fields, created, scheme);
    }
}
