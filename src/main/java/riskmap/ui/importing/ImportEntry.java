package riskmap.ui.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import riskmap.app.LayerAddress;
import riskmap.app.importing.ImportMemory;
import riskmap.app.importing.ImportMode;
import riskmap.app.importing.ImportPreview;
import riskmap.app.importing.ImportRequest;
import riskmap.base.Message;
import riskmap.data.Catalogue;
import riskmap.data.ColumnMatch;
import riskmap.data.LayerKind;

/**
 * One source of an import: what was found out of it, and what the user says of it. Empty texts stand for “as found”.
 * Belongs to the window's thread.
 */
public final class ImportEntry {
    private final LayerAddress address;
    private final List<String> layers;
    private final BooleanProperty included = new SimpleBooleanProperty(true);
    private final StringProperty encoding = new SimpleStringProperty("");
    private final StringProperty crs = new SimpleStringProperty("");
    private final StringProperty x = new SimpleStringProperty("");
    private final StringProperty y = new SimpleStringProperty("");
    private final StringProperty header = new SimpleStringProperty("");
    private final StringProperty kind = new SimpleStringProperty("");
    private final StringProperty layer = new SimpleStringProperty("");
    private final StringProperty key = new SimpleStringProperty("");
    private final ObjectProperty<ImportMode> mode = new SimpleObjectProperty<>(ImportMode.APPEND);
    /** Field → column, empty for none: all of them, as the table of columns shows them. */
    private final ReadOnlyObjectWrapper<Map<String, String>> columns = new ReadOnlyObjectWrapper<>(Map.of());

    private final ReadOnlyObjectWrapper<ImportPreview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Message> unreadable = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private boolean guessed;
    private boolean ownName;

    /** A source; {@code layers} are all that its file has, this one among them. */
    ImportEntry(LayerAddress address, List<String> layers) {
        this.address = address;
        this.layers = List.copyOf(layers);
        kind.addListener((property, before, now) -> kindChanged());
    }

    /** Where it lies. */
    public LayerAddress address() {
        return address;
    }

    /** The sheets or layers of its file; hidden and empty ones too. */
    public List<String> layers() {
        return layers;
    }

    /** Whether it is to be imported. */
    public BooleanProperty included() {
        return included;
    }

    /** Encoding of its text; empty as found. */
    public StringProperty encoding() {
        return encoding;
    }

    /** Code of its CRS or {@code gcj02}; empty as found. */
    public StringProperty crs() {
        return crs;
    }

    /** Column of x; empty as found. */
    public StringProperty x() {
        return x;
    }

    /** Column of y; empty as found. */
    public StringProperty y() {
        return y;
    }

    /** Row of the header; empty as found. */
    public StringProperty header() {
        return header;
    }

    /** Key of its kind; empty to keep its columns. */
    public StringProperty kind() {
        return kind;
    }

    /** The layer it goes into. */
    public StringProperty layer() {
        return layer;
    }

    /** Field by which rows are recognised. */
    public StringProperty key() {
        return key;
    }

    /** What becomes of the rows that the layer has. */
    public ObjectProperty<ImportMode> mode() {
        return mode;
    }

    /** Which column fills which field; fields without one have an empty text. */
    public ReadOnlyObjectProperty<Map<String, String>> columns() {
        return columns.getReadOnlyProperty();
    }

    /** What it looks like; null before it was read. */
    public ReadOnlyObjectProperty<ImportPreview> preview() {
        return preview.getReadOnlyProperty();
    }

    /** Why it cannot be read; null where it can. */
    public ReadOnlyObjectProperty<Message> unreadable() {
        return unreadable.getReadOnlyProperty();
    }

    /** Whether it is being read. */
    public ReadOnlyBooleanProperty reading() {
        return reading.getReadOnlyProperty();
    }

    /** What it is called in lists. */
    public String name() {
        String file = address.file().getFileName().toString();
        boolean plain = address.layer().isEmpty() || file.startsWith(address.layer() + ".");
        return plain ? file : file + " # " + address.layer();
    }

    void setReading(boolean is) {
        reading.set(is);
    }

    /** It cannot be read: it does not keep the others from being imported. */
    void fail(Message why) {
        unreadable.set(why);
        preview.set(null);
        included.set(false);
    }

    /** Takes over what was found; the first time also what was guessed. True where that has to be read again. */
    boolean take(ImportPreview found) {
        unreadable.set(null);
        boolean again = false;
        if (!guessed && !found.raster()) {
            guessed = true;
            // a sheet with nothing but a title is a cover, not data
            included.set(included.get() && (layers.size() < 2 || found.count() > 0));
            again = guess(found);
        }
        preview.set(found);
        matchAnew(
                found.memory() == null || !kind.get().equals(found.memory().kind())
                        ? Map.of()
                        : found.memory().columnsIn(names(found)));
        if (layer.get().isEmpty() || !ownName) {
            nameByKind();
        }
        return again;
    }

    private boolean guess(ImportPreview found) {
        ImportMemory memory = found.memory();
        kind.set(found.kind().value());
        if (memory != null) {
            layer.set(memory.layer());
            ownName = true;
            crs.set(memory.crs());
            encoding.set(memory.encoding());
            key.set(memory.key());
            if (!memory.mode().isEmpty()) {
                mode.set(ImportMode.of(memory.mode()));
            }
            return !memory.crs().isEmpty() || !memory.encoding().isEmpty();
        }
        if (found.gcj02().isFound()) {
            crs.set(found.gcj02().value());
            return true;
        }
        return false;
    }

    /** The user gives the layer a name of its own. */
    void nameLayer(String name) {
        ownName = !name.isBlank();
        layer.set(name.strip());
    }

    private void kindChanged() {
        if (preview.get() != null) {
            matchAnew(Map.of());
        }
        if (!ownName) {
            nameByKind();
        }
    }

    private void nameByKind() {
        String file = address.file().getFileName().toString().replaceFirst("\\.[^.]*$", "");
        String own = address.layer().isEmpty() ? file : address.layer();
        layer.set(kind.get().isEmpty() ? own : kind.get());
    }

    /** The kind chosen. */
    public Optional<LayerKind> chosenKind() {
        return kind.get().isEmpty() ? Optional.empty() : Catalogue.standard().find(kind.get());
    }

    private void matchAnew(Map<String, String> known) {
        Optional<LayerKind> chosen = chosenKind();
        if (chosen.isEmpty()) {
            columns.set(Map.of());
            return;
        }
        Map<String, String> usable = new LinkedHashMap<>(known);
        usable.keySet().removeIf(field -> chosen.get().field(field).isEmpty());
        ColumnMatch match = chosen.get().match(names(preview.get()), usable);
        Map<String, String> all = new LinkedHashMap<>();
        chosen.get()
                .fields()
                .forEach(field -> all.put(field.key(), match.columns().getOrDefault(field.key(), "")));
        columns.set(all);
    }

    /** Lets a column fill a field, or none for an empty text; the field's column before goes without. */
    void fill(String column, String field) {
        Map<String, String> all = new LinkedHashMap<>(columns.get());
        all.replaceAll((known, filledBy) -> filledBy.equals(column) ? "" : filledBy);
        if (!field.isEmpty()) {
            all.put(field, column);
        }
        columns.set(all);
    }

    /** The field that a column fills, empty for none. */
    public String fieldOf(String column) {
        return columns.get().entrySet().stream()
                .filter(entry -> entry.getValue().equals(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** Keys of required fields that no column fills; those that every import fills by itself are not among them. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        chosenKind().ifPresent(chosen -> chosen.fields().stream()
                .filter(field -> field.required()
                        && columns.get().getOrDefault(field.key(), "").isEmpty()
                        && !List.of("uuid", "source").contains(field.key()))
                .forEach(field -> missing.add(field.key())));
        return missing;
    }

    private static List<String> names(ImportPreview of) {
        return of.columns().stream().map(ImportPreview.Column::name).toList();
    }

    /** What is asked for. */
    ImportRequest request(Path project) {
        ImportPreview seen = preview.get();
        String guess = seen != null && !seen.crsStated() ? seen.crs().value() : "";
        boolean asKind = !kind.get().isEmpty();
        return ImportRequest.of(project, address.toString())
                .into(orNull(kind.get()), orNull(layer.get()))
                .withCrs(orNull(crs.get().isEmpty() ? guess : crs.get()))
                .withEncoding(orNull(encoding.get()))
                .withPlace(orNull(x.get()), orNull(y.get()))
                .withHeader(
                        header.get().isBlank()
                                ? null
                                : Integer.valueOf(header.get().strip()))
                .withColumns(asKind ? columns.get() : Map.of())
                .with(mode.get(), mode.get() == ImportMode.UPDATE ? orNull(key.get()) : null);
    }

    /** What a preview is asked for: without the guess, so that it is made again. */
    ImportRequest look(Path project) {
        return ImportRequest.of(project, address.toString())
                .withCrs(orNull(crs.get()))
                .withEncoding(orNull(encoding.get()))
                .withPlace(orNull(x.get()), orNull(y.get()))
                .withHeader(
                        header.get().isBlank()
                                ? null
                                : Integer.valueOf(header.get().strip()));
    }

    private static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
