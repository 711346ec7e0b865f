package riskmap.app.report;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import riskmap.app.project.ProjectSettings;
import riskmap.app.run.RunRecord;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;
import riskmap.data.Table;
import riskmap.report.Grids;
import riskmap.report.ReportTemplate;
import riskmap.report.ShownNumber;

/**
 * What stands for the fields in texts of a template: {@code {district}}, a key of its own, or a number of a result table,
 * {@code {TABLE.ROW.COLUMN}}, where the row is named by its message ({@code level-4}, {@code total}); rows joined by
 * {@code +} are added up. Texts have no other way to a number.
 */
final class ReportFields {
    private static final Pattern FIELD = Pattern.compile("\\{([a-z][a-z0-9-]*(?:\\.[a-z0-9+-]+\\.[a-z0-9_]+)?)}");

    private final ReportContext context;
    private final Map<String, String> values = new LinkedHashMap<>();

    private ReportFields(ReportContext context) {
        this.context = context;
    }

    /** A text whose number the results do not hold. */
    static final class NoNumber extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Message reason;

        NoNumber(Message reason) {
            super(reason.key());
            this.reason = reason;
        }

        Message reason() {
            return reason;
        }
    }

    static ReportFields of(ReportContext context) {
        ReportFields self = new ReportFields(context);
        ReportTemplate template = context.template();
        ProjectSettings settings = ProjectSettings.of(context.workspace());
        String district =
                settings.district().isEmpty() ? context.workspace().map().title() : settings.district();
        self.values.put("district", district);
        self.values.put(
                "maker", settings.maker().isEmpty() ? context.text("report.maker-usual", district) : settings.maker());
        self.values.put("classification", settings.classification());
        self.values.put(
                "date",
                context.request()
                        .created()
                        .format(DateTimeFormatter.ofPattern(
                                context.text("report.date-pattern"),
                                context.language().locale())));
        Optional<RunRecord> run = context.run();
        self.values.put("run", run.map(record -> record.provenance().runId()).orElse(""));
        self.values.put(
                "model",
                run.map(record -> context.modelTitle(record.provenance().model()))
                        .orElse(""));
        self.values.put(
                "run-time",
                run.map(record -> context.time(record.provenance().time())).orElse(""));
        self.values.put("demo", settings.demo() ? context.text("report.demo-mark") : "");
        for (Map.Entry<String, String> given : context.request().fields().entrySet()) {
            boolean known = self.values.containsKey(given.getKey())
                    || template.fields().stream().anyMatch(field -> field.key().equals(given.getKey()));
            if (!known) {
                TreeSet<String> keys = new TreeSet<>(self.values.keySet());
                template.fields().forEach(field -> keys.add(field.key()));
                throw RiskMapException.of("report.setting-unknown", given.getKey(), template.name(), NameList.of(keys));
            }
            self.values.put(given.getKey(), given.getValue());
        }
        for (ReportTemplate.Setting field : template.fields()) {
            if (!context.request().fields().containsKey(field.key())) {
                self.values.put(field.key(), self.plain(field.value().text(context.language()), field.key()));
            }
        }
        return self;
    }

    /** A text whose fields hold no numbers, such as the title. */
    String plain(String text, String where) {
        try {
            return fill(text, where);
        } catch (NoNumber e) {
            throw new RiskMapException(Message.of("report.field-no-number", where, e.reason()), e);
        }
    }

    /**
     * The text with its fields filled in.
     *
     * @throws RiskMapException when a field is not known
     */
    String fill(String text, String where) throws NoNumber {
        Matcher matcher = FIELD.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String value = name.contains(".") ? number(name) : values.get(name);
            if (value == null) {
                throw RiskMapException.of(
                        "report.field-unknown",
                        where,
                        context.template().name(),
                        name,
                        NameList.of(new TreeSet<>(values.keySet())));
            }
            matcher.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(result).toString();
    }

    private String number(String name) throws NoNumber {
        String[] parts = name.split("\\.");
        Table table = context.table(parts[0]).orElse(null);
        if (table == null) {
            throw new NoNumber(Message.of("report.number-no-table", name, parts[0]));
        }
        int column = Grids.index(table, parts[2]);
        if (column < 0) {
            throw new NoNumber(Message.of("report.number-no-column", name, table.title(), parts[2]));
        }
        List<Number> numbers = new ArrayList<>();
        for (String row : parts[1].split("\\+")) {
            Object value = table.rows().stream()
                    .filter(cells -> cells.get(0) instanceof Message message
                            && message.key().endsWith("." + row))
                    .map(cells -> cells.get(column))
                    .findFirst()
                    .orElse(null);
            if (!(value instanceof Number number)) {
                throw new NoNumber(Message.of("report.number-no-row", name, table.title(), row));
            }
            numbers.add(number);
        }
        return ShownNumber.text(Grids.sum(numbers), table.columns().get(column).decimals());
    }
}
