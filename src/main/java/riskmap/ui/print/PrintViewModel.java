package riskmap.ui.print;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import riskmap.app.Answer;
import riskmap.app.print.Prints;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.map.Layouts;
import riskmap.map.LocalText;
import riskmap.print.InkPalette;
import riskmap.render.MapPainter;
import riskmap.style.ColourScheme;
import riskmap.ui.task.LatestWork;
import riskmap.ui.task.TasksViewModel;

/** What the user chooses for a print, and the preview that follows. Knows no toolkit. */
public final class PrintViewModel {
    /** The formats, as file endings. */
    public static final List<String> FORMATS = List.of("pdf", "png", "tif", "svg");
    /** An A3 page of 420 mm is then about 1,000 pixels wide. */
    private static final double PREVIEW_DPI = 60;

    private final TasksViewModel tasks;
    private final Workspace workspace;
    private final MapPainter painter;
    private final double outputScale;
    private final ReadOnlyObjectWrapper<Map<String, LocalText>> layouts = new ReadOnlyObjectWrapper<>(Map.of());
    private final StringProperty layout = new SimpleStringProperty();
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty maker = new SimpleStringProperty("");
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.current());
    private final StringProperty format = new SimpleStringProperty(FORMATS.get(0));
    private final ObjectProperty<Integer> dpi = new SimpleObjectProperty<>(300);
    private final ObjectProperty<InkPalette> inks = new SimpleObjectProperty<>(InkPalette.SCREEN);
    private final ObjectProperty<ColourScheme> colours = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<List<String>> printers = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<BufferedImage> preview = new ReadOnlyObjectWrapper<>();
    private final LatestWork latest;

    /**
     * Begins with the first layout there is.
     *
     * @param painter the window's painter, whose cache holds the layers already
     * @param outputScale device pixels per toolkit pixel
     */
    public PrintViewModel(TasksViewModel tasks, Workspace workspace, MapPainter painter, double outputScale) {
        this.tasks = tasks;
        this.latest = new LatestWork(tasks);
        this.workspace = workspace;
        this.painter = painter;
        this.outputScale = outputScale;
        tasks.start(Message.of("ui.print-preparing"), progress -> titles(workspace), found -> {
            layouts.set(found);
            if (layout.get() == null && !found.isEmpty()) {
                layout.set(found.keySet().iterator().next());
            }
        });
        tasks.start(Message.of("ui.print-preparing"), progress -> Prints.printers(), printers::set);
    }

    /** Name → title of the layouts there are, in the order they are offered. */
    public ReadOnlyObjectProperty<Map<String, LocalText>> layouts() {
        return layouts.getReadOnlyProperty();
    }

    public StringProperty layout() {
        return layout;
    }

    /** Heading of the page, empty for the usual one. */
    public StringProperty title() {
        return title;
    }

    /** Who made the map, empty for the one in the project's settings. */
    public StringProperty maker() {
        return maker;
    }

    /** The language of the page. */
    public ObjectProperty<Language> language() {
        return language;
    }

    public StringProperty format() {
        return format;
    }

    /** Resolution of images, dots per inch. */
    public ObjectProperty<Integer> dpi() {
        return dpi;
    }

    /** The inks that the page is made for. */
    public ObjectProperty<InkPalette> inks() {
        return inks;
    }

    /** The colour scheme of the page, null for the colours of the project. */
    public ObjectProperty<ColourScheme> colours() {
        return colours;
    }

    /** Names of the system's printers, empty while they are looked for. */
    public ReadOnlyObjectProperty<List<String>> printers() {
        return printers.getReadOnlyProperty();
    }

    /** Sends the page to a printer. */
    public void toPrinter(String printer, Consumer<Answer> done) {
        Prints.Request request = request(dpi.get());
        tasks.start(
                Message.of("ui.printing", printer),
                progress -> Prints.toPrinter(workspace, request, printer, progress),
                done);
    }

    /** The page as it will be, null before the first. */
    public ReadOnlyObjectProperty<BufferedImage> preview() {
        return preview.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty drawing() {
        return latest.busy();
    }

    /** What stands in the way of a page, null for nothing. */
    public ReadOnlyObjectProperty<Message> problem() {
        return latest.problem();
    }

    /** Draws the preview anew; a later call goes before an earlier one. */
    public void refresh() {
        if (layout.get() == null) {
            return;
        }
        Prints.Request request = request(PREVIEW_DPI * outputScale);
        latest.start(
                Message.of("ui.print-preparing"),
                progress -> Prints.preview(workspace, request, painter, progress),
                preview::set,
                () -> {});
    }

    /** Writes the page to a file. */
    public void print(Path target, Consumer<Answer> done) {
        Prints.Request request = request(dpi.get());
        tasks.start(
                Message.of("ui.printing", target.getFileName()),
                progress -> Prints.print(workspace, request, target, progress),
                done);
    }

    /** Stops drawing the preview. */
    public void cancel() {
        latest.cancel();
    }

    /** A name for the file, from the title. */
    public String fileName() {
        String name = title.get().isBlank() ? workspace.map().title() : title.get();
        return name.strip().replaceAll("[\\\\/:*?\"<>|\\s]+", "_") + "." + format.get();
    }

    private static Map<String, LocalText> titles(Workspace workspace) {
        Map<String, LocalText> result = new LinkedHashMap<>();
        for (String name : Prints.layouts(workspace)) {
            LocalText title = workspace
                    .store()
                    .document("layout:" + name)
                    .map(text -> Layouts.read(text, name, note -> {}))
                    .orElseGet(() -> Layouts.open(name, note -> {}))
                    .title();
            result.put(name, title);
        }
        return result;
    }

    private Prints.Request request(double resolution) {
        return new Prints.Request(
                        layout.get(),
                        title.get().strip(),
                        maker.get().strip(),
                        language.get(),
                        resolution,
                        LocalDate.now())
                .withPalette(inks.get())
                .withScheme(colours.get());
    }
}
