package riskmap.ui.export;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import riskmap.app.Answer;
import riskmap.app.export.ExportRequest;
import riskmap.app.export.Exports;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.LayerKind;
import riskmap.geo.crs.Crs;
import riskmap.io.Format;
import riskmap.io.Formats;
import riskmap.io.VectorFormat;
import riskmap.ui.task.TasksViewModel;

/** What the user chooses for an export. Knows no toolkit. */
public final class ExportViewModel {
    private final TasksViewModel tasks;
    private final Workspace workspace;
    private final Map<String, Set<Long>> selection;
    private final List<String> layers;
    private final StringProperty layer = new SimpleStringProperty();
    private final ObjectProperty<VectorFormat> format = new SimpleObjectProperty<>();
    private final BooleanProperty onlySelected = new SimpleBooleanProperty();
    private final StringProperty where = new SimpleStringProperty("");
    private final StringProperty crs = new SimpleStringProperty("");
    private final StringProperty encoding = new SimpleStringProperty("UTF-8");
    private final StringProperty target = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Map<String, BooleanProperty>> fields = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Message> hindrance = new ReadOnlyObjectWrapper<>();
    private final Path folder;
    private boolean ownTarget;

    /**
     * Begins with a layer.
     *
     * @param first name of the layer, or null for the first there is
     * @param selection what is selected, by layer
     * @param folder where files are to go
     */
    public ExportViewModel(
            TasksViewModel tasks, Workspace workspace, String first, Map<String, Set<Long>> selection, Path folder) {
        this.tasks = tasks;
        this.workspace = workspace;
        this.selection = Map.copyOf(selection);
        this.folder = folder;
        layers = List.copyOf(workspace.layers());
        layer.addListener((property, before, now) -> layerChanged());
        format.set(formats().get(0));
        layer.set(first != null && layers.contains(first) ? first : layers.isEmpty() ? null : layers.get(0));
        format.addListener(property -> nameTarget());
        for (var choice : List.of(format, onlySelected, where, crs, encoding, target, fields)) {
            choice.addListener(property -> check());
        }
        nameTarget();
        check();
    }

    /** The formats that are written, in the order they are offered. */
    public static List<VectorFormat> formats() {
        return Formats.all().stream()
                .filter(VectorFormat.class::isInstance)
                .filter(Format::writes)
                .map(VectorFormat.class::cast)
                .toList();
    }

    public List<String> layers() {
        return layers;
    }

    /** A layer's title with its name. */
    public String title(String name) {
        return workspace
                .kind(name)
                .map(kind -> kind.title().text() + "　" + name)
                .orElse(name);
    }

    public StringProperty layer() {
        return layer;
    }

    public ObjectProperty<VectorFormat> format() {
        return format;
    }

    /** Whether only what is selected is written. */
    public BooleanProperty onlySelected() {
        return onlySelected;
    }

    /** How many features of the layer are selected. */
    public int selected() {
        return selection.getOrDefault(layer.get(), Set.of()).size();
    }

    /** Condition on the features, empty for none. */
    public StringProperty where() {
        return where;
    }

    /** Code of the CRS to write, empty for the layer's. */
    public StringProperty crs() {
        return crs;
    }

    public StringProperty encoding() {
        return encoding;
    }

    /** Whether the format leaves a choice of encoding. */
    public boolean hasEncoding() {
        return List.of("shapefile", "csv").contains(format.get().id());
    }

    /** The file to write. */
    public StringProperty target() {
        return target;
    }

    /** The user names the file. */
    public void chooseTarget(String file) {
        ownTarget = true;
        target.set(file);
    }

    /** The layer's fields, and whether each is written. */
    public ReadOnlyObjectProperty<Map<String, BooleanProperty>> fields() {
        return fields.getReadOnlyProperty();
    }

    /** What a field is called. */
    public String fieldTitle(String name) {
        return workspace
                .kind(layer.get())
                .flatMap((LayerKind kind) -> kind.field(name))
                .map(field -> field.title().text() + "　" + name)
                .orElse(name);
    }

    /** Why nothing can be written; null where it can. */
    public ReadOnlyObjectProperty<Message> hindrance() {
        return hindrance.getReadOnlyProperty();
    }

    private void layerChanged() {
        Map<String, BooleanProperty> all = new LinkedHashMap<>();
        SimpleFeatureType type = workspace.features(layer.get()).getSchema();
        for (AttributeDescriptor column : type.getAttributeDescriptors()) {
            if (!(column instanceof GeometryDescriptor)) {
                BooleanProperty written = new SimpleBooleanProperty(true);
                written.addListener(property -> check());
                all.put(column.getLocalName(), written);
            }
        }
        fields.set(all);
        onlySelected.set(selected() > 0);
        nameTarget();
    }

    private void nameTarget() {
        if (layer.get() == null || format.get() == null) {
            return;
        }
        String ending = "." + format.get().extensions().get(0);
        if (ownTarget && !target.get().isBlank()) {
            target.set(target.get().replaceFirst("\\.[A-Za-z0-9]{1,8}$", "") + ending);
        } else {
            String name = layer.get().replaceAll("[\\\\/:*?\"<>|]", "_");
            target.set(folder.resolve(name + ending).toString());
        }
    }

    private void check() {
        hindrance.set(hindrance(target.get()));
    }

    private Message hindrance(String file) {
        if (layer.get() == null) {
            return Message.of("ui.export-why-no-layer");
        }
        if (fields.get().size() > 0
                && fields.get().values().stream().noneMatch(BooleanProperty::get)
                && workspace.features(layer.get()).getSchema().getGeometryDescriptor() == null) {
            return Message.of("ui.export-why-no-field");
        }
        if (onlySelected.get() && selected() == 0) {
            return Message.of("ui.export-why-none-selected");
        }
        if (!crs.get().isBlank() && !isKnown(crs.get())) {
            return Message.of("ui.import-why-crs-unknown", crs.get());
        }
        return targetProblem(file);
    }

    private Message targetProblem(String file) {
        try {
            Path path = Path.of(file.strip());
            String ending = "." + format.get().extensions().get(0);
            boolean named = format.get().isNamedLike(path);
            if (file.isBlank() || !named) {
                return Message.of("ui.export-why-ending", ending);
            }
            Path parent = path.toAbsolutePath().getParent();
            if (parent == null || !Files.isDirectory(parent)) {
                return Message.of("ui.export-why-folder", parent);
            }
            return Files.isDirectory(path) ? Message.of("ui.export-why-ending", ending) : null;
        } catch (InvalidPathException wrong) {
            return Message.of(
                    "ui.export-why-ending", "." + format.get().extensions().get(0));
        }
    }

    private static boolean isKnown(String code) {
        try {
            return Crs.of(code) != null;
        } catch (RiskMapException unknown) {
            return false;
        }
    }

    /** Whether a file of that name is there, which will be replaced. */
    public boolean replaces() {
        return !format.get().holdsSeveral() && Files.exists(Path.of(target.get().strip()));
    }

    /** Writes the file. */
    public void export(Consumer<Answer> done) {
        if (hindrance.get() != null) {
            return;
        }
        List<String> chosen = new ArrayList<>();
        fields.get().forEach((name, written) -> {
            if (written.get()) {
                chosen.add(name);
            }
        });
        boolean all = chosen.size() == fields.get().size();
        ExportRequest request = ExportRequest.of(
                        layer.get(), Path.of(target.get().strip()))
                .in(
                        crs.get().isBlank() || !format.get().writesAnyCrs() ? null : crs.get(),
                        hasEncoding() ? encoding.get() : null)
                .where(where.get().isBlank() ? null : where.get());
        request = onlySelected.get() ? request.rows(selection.getOrDefault(layer.get(), Set.of())) : request;
        ExportRequest whole = all ? request : request.columns(chosen);
        tasks.start(
                Message.of("ui.exporting", whole.target().getFileName()),
                progress -> Exports.run(whole, workspace, progress),
                done);
    }
}
