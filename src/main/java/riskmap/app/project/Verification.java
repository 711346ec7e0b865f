package riskmap.app.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import riskmap.app.Answer;
import riskmap.app.LayerAddress;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.gpkg.GeoPackage;

/** Whether a project file is whole: integrity, GeoPackage conformance, spatial index, every geometry. */
public final class Verification {
    private Verification() {}

    /** Checks the file without changing it; each finding is one line. */
    public static Answer verify(Path project, Progress progress) {
        Path file = LayerAddress.ofExisting(project.toString()).file();
        try (GeoPackage store = GeoPackage.open(file, true)) {
            int layers = store.layers().size();
            List<String> found =
                    store.verify(progress).stream().map(Message::text).toList();
            String summary = found.isEmpty()
                    ? Message.of("app.verify-good", file, layers).text()
                    : Message.of("app.verify-found", file, layers, found.size()).text();
            return new Answer(
                    summary + "\n" + String.join("\n", found),
                    Map.of("file", file.toString(), "layers", layers, "findings", found),
                    found.isEmpty());
        }
    }
}
