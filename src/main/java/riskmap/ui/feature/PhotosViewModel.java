package riskmap.ui.feature;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.geotools.api.feature.simple.SimpleFeature;
import riskmap.app.project.Workspace;
import riskmap.app.rows.FeaturePhotos;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.data.Photo;
import riskmap.data.RowChange;
import riskmap.data.gpkg.Photos;
import riskmap.ui.edit.EditingViewModel;
import riskmap.ui.task.TasksViewModel;

/** The photos of the feature whose form is open: follows the form, adds and removes as steps of editing. Knows no toolkit. */
public final class PhotosViewModel {
    private final FeatureFormsViewModel forms;
    private final EditingViewModel editing;
    private final TasksViewModel tasks;
    private final ReadOnlyObjectWrapper<List<Photo>> photos = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
    private SimpleFeature feature;
    private FeatureFormViewModel followed;
    private final javafx.beans.value.ChangeListener<List<SimpleFeature>> loaded = (property, before, now) -> read();
    private int generation;

    /** Follows the forms. */
    public PhotosViewModel(FeatureFormsViewModel forms, EditingViewModel editing, TasksViewModel tasks) {
        this.forms = forms;
        this.editing = editing;
        this.tasks = tasks;
        forms.form().addListener(property -> follow());
        editing.onApplied(this::applied);
        follow();
    }

    /** Those of the feature at hand, in the order they were put in. */
    public ReadOnlyObjectProperty<List<Photo>> photos() {
        return photos.getReadOnlyProperty();
    }

    /** Whether the feature at hand can have photos: a single one that is stored. */
    public ReadOnlyBooleanProperty possible() {
        return possible.getReadOnlyProperty();
    }

    /** Whether photos may be put in and taken out. */
    public BooleanExpression isWritable() {
        return editing.isWritable();
    }

    private void follow() {
        if (followed != null) {
            followed.features().removeListener(loaded);
        }
        followed = forms.form().get();
        if (followed != null) {
            followed.features().addListener(loaded);
        }
        read();
    }

    private void read() {
        int mine = ++generation;
        boolean single = followed != null
                && !followed.isNew()
                && followed.features().get().size() == 1;
        feature = single ? followed.features().get().get(0) : null;
        possible.set(single);
        Workspace workspace = editing.workspace();
        if (feature == null || workspace == null) {
            photos.set(List.of());
            return;
        }
        FeaturePhotos of = of(workspace);
        long fid = RowChange.key(feature);
        tasks.start(Message.of("ui.photos-reading"), progress -> of.of(fid), found -> {
            if (mine == generation) {
                photos.set(found);
            }
        });
    }

    private FeaturePhotos of(Workspace workspace) {
        return new FeaturePhotos(workspace, followed.layer());
    }

    private void applied(Changes changes) {
        if (feature != null && changes.layers().contains(Photos.mapping(followed.layer()))) {
            read();
        }
    }

    /** Puts photos in, as one step. */
    public void add(List<Path> files) {
        if (feature == null || files.isEmpty()) {
            return;
        }
        FeaturePhotos of = of(editing.workspace());
        long fid = RowChange.key(feature);
        String name = LayerText.name(feature);
        editing.make(
                Message.of("ui.photos-adding"),
                (session, progress) -> of.adding(fid, name, files, progress),
                done -> {},
                editing::tell);
    }

    /** Takes a photo out; undo brings it back. */
    public void remove(Photo photo) {
        if (feature == null) {
            return;
        }
        FeaturePhotos of = of(editing.workspace());
        long fid = RowChange.key(feature);
        String name = LayerText.name(feature);
        editing.make(
                Message.of("ui.photos-removing"),
                (session, progress) -> of.removing(fid, name, photo),
                done -> {},
                editing::tell);
    }

    /** Reads a photo. */
    public void read(Photo photo, Consumer<byte[]> done) {
        FeaturePhotos of = of(editing.workspace());
        tasks.start(Message.of("ui.photos-reading"), progress -> of.data(photo), done);
    }

    /** Writes a photo to a file. */
    public void save(Photo photo, Path target) {
        FeaturePhotos of = of(editing.workspace());
        tasks.start(
                Message.of("ui.photos-saving"),
                progress -> {
                    of.save(photo, target);
                    return target;
                },
                saved -> tasks.say(Message.of("ui.photo-saved", saved.getFileName())));
    }
}
