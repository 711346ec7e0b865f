package riskmap.app.print;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureIterator;
import riskmap.app.project.ProjectSettings;
import riskmap.app.project.Workspace;
import riskmap.app.run.RiskRuns;
import riskmap.app.run.RunRecord;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.map.Layout;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.print.Fields;

/** What a project says about itself on a printed page: where its data come from, how its results were counted. */
final class PrintFields {
    /** More different sources than this are counted, not listed. */
    private static final int MOST_SOURCES = 6;

    /** So many warnings stand on a page, of so many letters each; the record of the run has them all. */
    private static final int MOST_CAUTIONS = 2;

    private static final int LONGEST_CAUTION = 110;

    private final Language language;
    private final TreeSet<String> sources = new TreeSet<>();
    private LocalDate firstSurvey;
    private LocalDate lastSurvey;

    private PrintFields(Language language) {
        this.language = language;
    }

    /** The fields of a page of the map, read from the layers it shows and the project's settings. */
    static Fields of(Workspace workspace, MapDocument map, Layout layout, Prints.Request request, Progress progress) {
        PrintFields self = new PrintFields(request.language());
        Set<String> onPage = new HashSet<>();
        for (MapLayer layer : map.layers()) {
            progress.check();
            boolean shown = PrintLayers.isShown(layer, map, layout);
            String table = layer.source().startsWith("#") ? layer.source().substring(1) : "";
            if (shown) {
                onPage.add(table.isEmpty() ? layer.source() : table);
            }
            if (shown && workspace.layers().contains(table)) {
                self.read(workspace.features(table), layer.title());
            }
        }
        ProjectSettings settings = ProjectSettings.of(workspace);
        boolean counted = workspace.layers().contains("impact");
        Fields fields = new Fields();
        String district = settings.district().isEmpty() ? map.title() : settings.district();
        fields.put("title", request.title().isEmpty() ? self.text("app.print-title", district) : request.title());
        fields.put("subtitle", self.text("app.print-subtitle"));
        fields.put("district", district);
        fields.put("date", self.day(request.date()));
        fields.put("maker", request.maker().isEmpty() ? settings.maker() : request.maker());
        fields.put("classification", settings.classification());
        fields.put("sources", settings.sources().isEmpty() ? self.sources() : settings.sources());
        fields.put("survey-dates", self.surveyed());
        fields.put("class-rule", self.text("app.print-class-rule"));
        fields.put("counting-rule", counted ? self.text("app.print-counting-rule") : "");
        fields.put("conservation", counted ? self.text("app.print-conservation") : "");
        List<RunRecord> runs = runs(workspace, onPage);
        fields.put(
                "run",
                NameList.of(runs.stream().map(run -> run.provenance().runId()).toList())
                        .in(request.language()));
        fields.put("cautions", self.cautions(runs));
        fields.put("demo", settings.demo() ? self.text("app.print-demo") : "");
        fields.put("demo-mark", settings.demo() ? self.text("app.print-demo-mark") : "");
        return fields;
    }

    /** Notes sources and dates of a survey layer; layers without these fields have nothing to say. */
    private void read(SimpleFeatureSource source, String title) {
        List<String> wanted = new ArrayList<>();
        for (String name : List.of("source", "surveyed_on")) {
            if (source.getSchema().getDescriptor(name) != null) {
                wanted.add(name);
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        Query query = new Query(source.getSchema().getTypeName());
        query.setPropertyNames(wanted.toArray(String[]::new));
        try (SimpleFeatureIterator rows = source.getFeatures(query).features()) {
            while (rows.hasNext()) {
                note(rows.next(), wanted);
            }
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.layer-unreadable", title, e.getMessage()), e);
        }
    }

    private void note(SimpleFeature row, List<String> names) {
        if (names.contains("source") && row.getAttribute("source") instanceof String text && !text.isBlank()) {
            sources.add(text.strip());
        }
        LocalDate day = names.contains("surveyed_on") ? date(row.getAttribute("surveyed_on")) : null;
        if (day != null) {
            firstSurvey = firstSurvey == null || day.isBefore(firstSurvey) ? day : firstSurvey;
            lastSurvey = lastSurvey == null || day.isAfter(lastSurvey) ? day : lastSurvey;
        }
    }

    private static LocalDate date(Object value) {
        if (value instanceof LocalDate day) {
            return day;
        } else if (value instanceof Date moment) {
            // A day without time is kept as its local midnight.
            return Instant.ofEpochMilli(moment.getTime())
                    .atZone(ZoneId.systemDefault())
                    .toLocalDate();
        }
        return null;
    }

    private String sources() {
        if (sources.size() <= MOST_SOURCES) {
            return String.join(language == Language.ENGLISH ? "; " : "；", sources);
        }
        return text("app.print-many-sources", sources.first(), sources.size());
    }

    /**
     * Which runs gave the results on the page: by their ids the record is found. Where none of its layers is a result, its
     * tables may hold any of them: all runs are named.
     */
    private static List<RunRecord> runs(Workspace workspace, Set<String> onPage) {
        List<RunRecord> all = RiskRuns.runs(workspace).stream()
                .flatMap(id -> RiskRuns.find(workspace, id).stream())
                .toList();
        List<RunRecord> shown = all.stream()
                .filter(run -> run.layers().stream().anyMatch(onPage::contains))
                .toList();
        return shown.isEmpty() ? all : shown;
    }

    /**
     * What the inputs of the runs were warned of, such as towns without an elevation: who reads the sheet alone would take
     * what was not computed for safe.
     */
    private String cautions(List<RunRecord> runs) {
        List<String> all = runs.stream()
                .flatMap(run -> run.notes().stream())
                .filter(note ->
                        note.key().startsWith("risk.check-") || note.key().equals("app.run-absent"))
                .map(note -> note.text(language))
                .distinct()
                .toList();
        String told = all.stream()
                .limit(MOST_CAUTIONS)
                .map(text -> text.length() > LONGEST_CAUTION ? text.substring(0, LONGEST_CAUTION) + "…" : text)
                .collect(Collectors.joining(language == Language.ENGLISH ? "; " : "；"));
        return all.size() <= MOST_CAUTIONS ? told : told + text("app.print-more-cautions", all.size());
    }

    private String surveyed() {
        if (firstSurvey == null) {
            return "";
        }
        return firstSurvey.equals(lastSurvey) ? day(firstSurvey) : day(firstSurvey) + " – " + day(lastSurvey);
    }

    private String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(text("app.print-date-pattern"), language.locale()));
    }

    private String text(String key, Object... arguments) {
        return Message.of(key, arguments).text(language);
    }
}
