package riskmap.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.rows.FeaturePhotos;

/** {@code riskmap photos}: the photos of a feature. */
@Command(name = "photos")
final class PhotosCommand extends SharedOptions {
    @Parameters(index = "0", paramLabel = "P#LAYER", descriptionKey = "layer-address")
    String address;

    @Parameters(index = "1", paramLabel = "FID", descriptionKey = "photos-fid")
    long fid;

    @Option(names = "--add", paramLabel = "FILE", arity = "1..*", descriptionKey = "photos-add")
    List<Path> add = List.of();

    @Option(names = "--remove", paramLabel = "PHOTO", arity = "1..*", descriptionKey = "photos-remove")
    List<Long> remove = List.of();

    @Option(names = "--save", paramLabel = "DIR", descriptionKey = "photos-save")
    Path folder;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        return say(FeaturePhotos.run(address, fid, add, remove, folder, progress()), json);
    }
}
