package riskmap.app.rows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.app.Answer;
import riskmap.app.LayerAddress;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Changes;
import riskmap.data.Photo;
import riskmap.data.RowChange;
import riskmap.data.gpkg.Photos;
import riskmap.io.NewFiles;

/**
 * Photos of features, kept inside the project: put in and taken out as steps of editing, so each can be undone and is in
 * the journal.
 */
public final class FeaturePhotos {
    private final Workspace workspace;
    private final String layer;

    /** The photos of the features of a layer. */
    public FeaturePhotos(Workspace workspace, String layer) {
        this.workspace = workspace;
        this.layer = layer;
    }

    /** Those of one feature. */
    public List<Photo> of(long fid) {
        return workspace.store().photos().of(layer, fid);
    }

    /** A photo as its file was. */
    public byte[] data(Photo photo) {
        byte[] data = workspace.store().photos().data(photo.id());
        if (data == null) {
            throw RiskMapException.of("app.photo-gone", photo.name());
        }
        return data;
    }

    /** The step that gives a feature these photos; a file that is none refuses them all. */
    public Changes adding(long fid, String featureName, List<Path> files, Progress progress) {
        List<PhotoFile> read = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            progress.report((double) i / files.size());
            progress.check();
            read.add(PhotoFile.read(files.get(i)));
        }
        workspace.store().photos().prepare(layer);
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        List<RowChange> rows = new ArrayList<>();
        for (PhotoFile file : read) {
            long photo = workspace.edits().newFid(Photos.TABLE);
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("data", file.data());
            values.put("content_type", file.contentType());
            values.put("name", file.name());
            values.put("added_on", today);
            values.put("thumbnail", file.thumbnail());
            rows.add(RowChange.added(Photos.TABLE, photo, values));
            String mapping = Photos.mapping(layer);
            rows.add(RowChange.added(
                    mapping, workspace.edits().newFid(mapping), Map.of("base_id", fid, "related_id", photo)));
        }
        Message name = read.size() == 1
                ? Message.of("app.step-photo-add", featureName, read.get(0).name())
                : Message.of("app.step-photos-add", featureName, read.size());
        return new Changes(name, rows);
    }

    /** The step that takes a photo from a feature. */
    public Changes removing(long fid, String featureName, Photo photo) {
        List<String> columns = List.of("data", "content_type", "name", "added_on", "thumbnail");
        Map<String, Object> values = workspace.store().edits().values(Photos.TABLE, photo.id(), columns);
        if (values.isEmpty()) {
            throw RiskMapException.of("app.photo-gone", photo.name());
        }
        return Changes.of(
                Message.of("app.step-photo-remove", featureName, photo.name()),
                new RowChange(
                        Photos.mapping(layer), photo.link(), Map.of("base_id", fid, "related_id", photo.id()), null),
                new RowChange(Photos.TABLE, photo.id(), values, null));
    }

    /** Writes a photo as its file was. */
    public void save(Photo photo, Path target) {
        try (NewFiles files = new NewFiles(target)) {
            Files.write(files.path(target.getFileName().toString()), data(photo));
            files.finish();
        } catch (java.io.IOException e) {
            throw new RiskMapException(Message.of("app.io-failed", String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * Lists, adds, removes or saves photos of a feature from the command line.
     *
     * @param address {@code PROJECT#LAYER}
     * @param add files to put in
     * @param remove keys of photos to take out
     * @param folder where to save all of them, null for nowhere
     */
    public static Answer run(
            String address, long fid, List<Path> add, List<Long> remove, Path folder, Progress progress) {
        LayerAddress at = LayerAddress.ofExisting(address);
        boolean reading = add.isEmpty() && remove.isEmpty();
        try (Workspace workspace = Workspace.open(at.file(), reading, progress)) {
            var source = workspace.features(at.layer());
            var id = org.geotools.factory.CommonFactoryFinder.getFilterFactory().featureId(at.layer() + "." + fid);
            var filter =
                    org.geotools.factory.CommonFactoryFinder.getFilterFactory().id(java.util.Set.of(id));
            if (source.getFeatures(filter).isEmpty()) {
                throw RiskMapException.of("app.no-such-feature", at.layer(), fid);
            }
            FeaturePhotos photos = new FeaturePhotos(workspace, at.layer());
            String name = "№ " + fid;
            if (!add.isEmpty()) {
                workspace.edits().commit(photos.adding(fid, name, add, progress), progress);
            }
            for (Photo photo : photos.of(fid)) {
                if (remove.contains(photo.id())) {
                    workspace.edits().commit(photos.removing(fid, name, photo), progress);
                }
            }
            List<Photo> left = photos.of(fid);
            if (folder != null) {
                Files.createDirectories(folder);
                left.forEach(photo -> photos.save(photo, folder.resolve(fileName(photo))));
            }
            return answer(left);
        } catch (java.io.IOException e) {
            throw new RiskMapException(Message.of("app.io-failed", String.valueOf(e.getMessage())), e);
        }
    }

    /** The photo's own name behind its key, without anything that leads out of the folder. */
    public static String fileName(Photo photo) {
        String name = photo.name().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        return photo.id() + "-" + (name.isBlank() ? "photo" : name);
    }

    private static Answer answer(List<Photo> photos) {
        List<String> lines = new ArrayList<>();
        List<Map<String, Object>> facts = new ArrayList<>();
        lines.add(Message.of("app.photos", photos.size()).text());
        for (Photo photo : photos) {
            lines.add(photo.id() + "  " + photo.name() + "  " + photo.contentType() + "  " + photo.size());
            facts.add(
                    Map.of("id", photo.id(), "name", photo.name(), "type", photo.contentType(), "bytes", photo.size()));
        }
        return new Answer(String.join("\n", lines), Map.of("photos", facts), true);
    }
}
