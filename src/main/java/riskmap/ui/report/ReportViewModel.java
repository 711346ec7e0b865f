package riskmap.ui.report;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import riskmap.app.Answer;
import riskmap.app.project.Workspace;
import riskmap.app.report.ReportRequest;
import riskmap.app.report.ReportRuns;
import riskmap.app.report.Reports;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.report.PdfReport;
import riskmap.report.ReportDocument;
import riskmap.report.ReportTemplate;
import riskmap.report.ReportTemplates;
import riskmap.style.ColourScheme;
import riskmap.ui.task.LatestWork;
import riskmap.ui.task.TasksViewModel;

/** What the user chooses for a report, and its pages. Knows no toolkit. */
public final class ReportViewModel {
    /** The formats, as file endings. */
    public static final List<String> FORMATS = List.of("pdf", "docx", "html", "xlsx");
    /** An A4 page is then about 580 pixels wide. */
    private static final double PREVIEW_DPI = 70;

    private final TasksViewModel tasks;
    private final Workspace workspace;
    private final double outputScale;
    private final List<ReportTemplate> templates = new ArrayList<>();
    private final ReadOnlyObjectWrapper<List<ReportRuns.Choice>> runs = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<ReportTemplate> template = new SimpleObjectProperty<>();
    private final ObjectProperty<ReportRuns.Choice> run = new SimpleObjectProperty<>();
    private final ObjectProperty<ReportRuns.Choice> compare = new SimpleObjectProperty<>();
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.current());
    private final ObjectProperty<ColourScheme> colours = new SimpleObjectProperty<>();
    private final StringProperty format = new SimpleStringProperty(FORMATS.get(0));
    private final Map<String, StringProperty> fields = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<List<BufferedImage>> pages = new ReadOnlyObjectWrapper<>(List.of());
    private final IntegerProperty page = new SimpleIntegerProperty();
    private final ReadOnlyObjectWrapper<List<String>> gaps = new ReadOnlyObjectWrapper<>(List.of());
    private final LatestWork latest;

    /** What a preview is made of. */
    private record Preview(List<BufferedImage> pages, List<String> gaps) {}

    /**
     * Begins with the comprehensive briefing.
     *
     * @param outputScale device pixels per toolkit pixel
     */
    public ReportViewModel(TasksViewModel tasks, Workspace workspace, double outputScale) {
        this.tasks = tasks;
        this.latest = new LatestWork(tasks);
        this.workspace = workspace;
        this.outputScale = outputScale;
        ReportTemplates.shipped().forEach(name -> templates.add(ReportTemplates.open(name)));
        tasks.start(Message.of("ui.report-preparing"), progress -> ReportRuns.of(workspace), found -> {
            runs.set(found);
            if (template.get() == null) {
                template.set(templates.get(0));
            }
        });
    }

    /** The templates there are. */
    public List<ReportTemplate> templates() {
        return List.copyOf(templates);
    }

    /** The runs recorded in the project, the newest first. */
    public ReadOnlyObjectProperty<List<ReportRuns.Choice>> runs() {
        return runs.getReadOnlyProperty();
    }

    public ObjectProperty<ReportTemplate> template() {
        return template;
    }

    /** The run the report is about, null for the last one. */
    public ObjectProperty<ReportRuns.Choice> run() {
        return run;
    }

    /** The run it is compared with, null for the one before. */
    public ObjectProperty<ReportRuns.Choice> compare() {
        return compare;
    }

    public ObjectProperty<Language> language() {
        return language;
    }

    /** The colour scheme of maps and charts, null for the colours of the project. */
    public ObjectProperty<ColourScheme> colours() {
        return colours;
    }

    public StringProperty format() {
        return format;
    }

    /** The text of a field of the template; empty for the usual one. */
    public StringProperty field(String key) {
        return fields.computeIfAbsent(key, name -> new SimpleStringProperty(""));
    }

    /** The pages as they will be, empty before the first preview. */
    public ReadOnlyObjectProperty<List<BufferedImage>> pages() {
        return pages.getReadOnlyProperty();
    }

    /** Which page is looked at, from 0. */
    public IntegerProperty page() {
        return page;
    }

    /** What the report cannot say, and how to get it. */
    public ReadOnlyObjectProperty<List<String>> gaps() {
        return gaps.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty drawing() {
        return latest.busy();
    }

    /** What stands in the way of a report, null for nothing. */
    public ReadOnlyObjectProperty<Message> problem() {
        return latest.problem();
    }

    /** Makes the pages anew; a later call goes before an earlier one. */
    public void refresh() {
        if (template.get() == null) {
            return;
        }
        ReportRequest request = request();
        double dpi = PREVIEW_DPI * outputScale;
        latest.start(
                Message.of("ui.report-preparing"),
                progress -> {
                    List<String> missing = new ArrayList<>();
                    ReportDocument document = Reports.document(workspace, request, missing, progress.part(0, 0.5));
                    return new Preview(PdfReport.pictures(document, dpi, progress.part(0.5, 1)), missing);
                },
                made -> {
                    gaps.set(made.gaps());
                    pages.set(made.pages());
                    page.set(Math.min(page.get(), made.pages().size() - 1));
                },
                () -> {
                    pages.set(List.of());
                    gaps.set(List.of());
                });
    }

    /** Goes so many pages on or back, within the report. */
    public void turn(int by) {
        int last = Math.max(0, pages.get().size() - 1);
        page.set(Math.max(0, Math.min(last, page.get() + by)));
    }

    /** Writes the report to a file. */
    public void write(Path target, Consumer<Answer> done) {
        ReportRequest request = request();
        tasks.start(
                Message.of("ui.report-writing", target.getFileName()),
                progress -> Reports.write(workspace, request, target, progress),
                done);
    }

    /** Stops making pages. */
    public void cancel() {
        latest.cancel();
    }

    /** A name for the file, from the template and the project. */
    public String fileName() {
        String label = template.get() == null ? "" : template.get().label().text(language.get());
        String name = workspace.map().title() + "_" + label;
        return name.strip().replaceAll("[\\\\/:*?\"<>|\\s]+", "_") + "." + format.get();
    }

    private ReportRequest request() {
        Map<String, String> set = new LinkedHashMap<>();
        for (ReportTemplate.Setting setting : template.get().fields()) {
            String value = field(setting.key()).get().strip();
            if (!value.isEmpty()) {
                set.put(setting.key(), value);
            }
        }
        return new ReportRequest(
                template.get().name(),
                run.get() == null ? "" : run.get().id(),
                compare.get() == null ? "" : compare.get().id(),
                language.get(),
                set,
                ZonedDateTime.now(),
                colours.get());
    }
}
