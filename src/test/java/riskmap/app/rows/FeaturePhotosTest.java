package riskmap.app.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.project.Verification;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Changes;
import riskmap.data.Photo;
import riskmap.data.RowChange;
import riskmap.edit.RuleViolations;
import riskmap.ui.feature.SurveyProject;

class FeaturePhotosTest {
    @TempDir
    private Path folder;

    private Path project;
    private Workspace workspace;
    private FeaturePhotos photos;

    @BeforeEach
    void open() {
        project = SurveyProject.write(folder);
        workspace = Workspace.open(project, false, Progress.silent());
        photos = new FeaturePhotos(workspace, "building");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void aPhotoIsKeptAsItsFileWasWithASmallPicture() throws Exception {
        Path file = photo("东墙裂缝.jpg", 1200, 800);
        commit(photos.adding(1, "楼1", List.of(file), Progress.silent()));
        Photo kept = photos.of(1).get(0);
        assertThat(kept.name()).isEqualTo("东墙裂缝.jpg");
        assertThat(kept.contentType()).isEqualTo("image/jpeg");
        assertThat(photos.data(kept)).isEqualTo(Files.readAllBytes(file));
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(kept.thumbnail()));
        assertThat(small.getWidth()).isEqualTo(192);
        assertThat(small.getHeight()).isEqualTo(128);
        assertThat(photos.of(2)).isEmpty();
        assertThat(workspace.layers()).noneMatch(layer -> layer.contains("photo"));
        assertThat(Verification.verify(project, Progress.silent()).good()).isTrue();
    }

    @Test
    void addingAndRemovingAreStepsThatCanBeUndoneAndRedone() throws Exception {
        byte[] bytes = Files.readAllBytes(photo("a.png", 64, 64));
        commit(photos.adding(1, "楼1", List.of(folder.resolve("a.png"), photo("b.png", 10, 10)), Progress.silent()));
        assertThat(workspace.edits().undoName().orElseThrow().text()).isEqualTo("楼1：添加 2 张照片");
        Photo first = photos.of(1).get(0);
        commit(photos.removing(1, "楼1", first));
        assertThat(photos.of(1)).hasSize(1);
        workspace.edits().undo(Progress.silent());
        assertThat(photos.data(photos.of(1).get(0))).isEqualTo(bytes);
        workspace.edits().undo(Progress.silent());
        assertThat(photos.of(1)).isEmpty();
        workspace.edits().redo(Progress.silent());
        assertThat(photos.of(1)).hasSize(2);
        assertThat(Verification.verify(project, Progress.silent()).good()).isTrue();
    }

    @Test
    void photosGoWithTheirFeatureAndComeBackWithIt() throws Exception {
        commit(photos.adding(2, "楼2", List.of(photo("a.png", 64, 64)), Progress.silent()));
        commit(new Changes(Message.of("ui.command.delete"), List.of(removed(2))));
        assertThat(photos.of(2)).isEmpty();
        assertThat(Verification.verify(project, Progress.silent()).good()).isTrue();
        workspace.edits().undo(Progress.silent());
        assertThat(photos.of(2)).hasSize(1);
    }

    @Test
    void aMergedFeatureTakesThePhotosOver() throws Exception {
        commit(photos.adding(2, "楼2", List.of(photo("a.png", 64, 64)), Progress.silent()));
        RowChange left = RowChange.changed("building", 1, "people", people(1), 99L);
        commit(new Changes(Message.of("ui.command.merge"), List.of(left, removed(2))));
        assertThat(photos.of(1)).hasSize(1);
        assertThat(Verification.verify(project, Progress.silent()).good()).isTrue();
        workspace.edits().undo(Progress.silent());
        assertThat(photos.of(2)).hasSize(1);
    }

    @Test
    void whatIsNoPhotoOrTooLargeIsRefusedAndNothingIsAdded() throws Exception {
        Path text = Files.writeString(folder.resolve("假照片.jpg"), "no photo");
        Path good = photo("a.png", 64, 64);
        assertThatThrownBy(() -> photos.adding(1, "楼1", List.of(good, text), Progress.silent()))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("假照片.jpg");
        Path cut = folder.resolve("cut.jpg");
        Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(photo("whole.jpg", 800, 600)), 200));
        assertThatThrownBy(() -> photos.adding(1, "楼1", List.of(cut), Progress.silent()))
                .isInstanceOf(RiskMapException.class);
        Path large = folder.resolve("large.jpg");
        Files.write(large, new byte[Photo.MOST_BYTES + 1]);
        assertThatThrownBy(() -> photos.adding(1, "楼1", List.of(large), Progress.silent()))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("16.0");
        assertThat(photos.of(1)).isEmpty();
    }

    @Test
    void theSizeLimitHoldsWhateverTheDoor() throws Exception {
        Changes step = photos.adding(1, "楼1", List.of(photo("a.png", 64, 64)), Progress.silent());
        RowChange row = step.rows().get(0);
        Map<String, Object> values = new java.util.LinkedHashMap<>(row.after());
        values.put("data", new byte[Photo.MOST_BYTES + 1]);
        Changes forged = Changes.of(
                step.name(),
                RowChange.added(row.layer(), row.fid(), values),
                step.rows().get(1));
        assertThatThrownBy(() -> commit(forged)).isInstanceOf(RuleViolations.class);
    }

    @Test
    void aPhotoTakenUprightIsShownUpright() throws Exception {
        byte[] lying = Files.readAllBytes(photo("lying.jpg", 400, 200));
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            6,
            0,
            0,
            0,
            0,
            0,
            0
        };
        java.io.ByteArrayOutputStream turned = new java.io.ByteArrayOutputStream();
        turned.write(lying, 0, 2);
        turned.writeBytes(exif);
        turned.write(lying, 2, lying.length - 2);
        assertThat(PhotoTurn.of(turned.toByteArray())).isEqualTo(90);
        assertThat(PhotoTurn.of(lying)).isZero();
        assertThat(PhotoTurn.of(new byte[] {1})).isZero();
        Path file = Files.write(folder.resolve("turned.jpg"), turned.toByteArray());
        commit(photos.adding(1, "楼1", List.of(file), Progress.silent()));
        BufferedImage small =
                ImageIO.read(new ByteArrayInputStream(photos.of(1).get(0).thumbnail()));
        assertThat(small.getHeight()).isGreaterThan(small.getWidth());
    }

    private void commit(Changes changes) {
        workspace.edits().commit(changes, Progress.silent());
    }

    private RowChange removed(long fid) throws IOException {
        try (SimpleFeatureIterator rows =
                workspace.features("building").getFeatures().features()) {
            while (rows.hasNext()) {
                var feature = rows.next();
                if (RowChange.key(feature) == fid) {
                    return RowChange.removed("building", feature);
                }
            }
        }
        throw new IllegalArgumentException("no row " + fid);
    }

    private Object people(long fid) throws IOException {
        return removed(fid).before().get("people");
    }

    private Path photo(String name, int width, int height) throws IOException {
        Path file = folder.resolve(name);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(width / 2, height / 2, 0xFF8800);
        String format = name.substring(name.lastIndexOf('.') + 1);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }
}
