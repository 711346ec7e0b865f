package riskmap.app.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import riskmap.app.LayerAddress;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.io.Archive;
import riskmap.io.Format;
import riskmap.io.Formats;
import riskmap.io.ReadOptions;
import riskmap.io.VectorFormat;

/**
 * The layers and rasters that files, folders and archives hold. Archives are unpacked into a folder of their own, which
 * closing removes. A file that is named must be readable; of those in a folder or archive the others are told and passed
 * over.
 */
public final class ImportSources implements AutoCloseable {
    private final List<ImportSource> sources = new ArrayList<>();
    private final List<Message> notes = new ArrayList<>();
    /** Folder of ours → the archive that was unpacked there. */
    private final Map<Path, Path> unpacked = new LinkedHashMap<>();

    /** Those that are closed: what is said of them is still asked for. */
    private final Map<Path, Path> unpackedBefore = new LinkedHashMap<>();

    /** All layers of the files of which one was found, those that must be named too. */
    private final Map<Path, List<String>> layers = new LinkedHashMap<>();

    private final ReadOptions options;

    private ImportSources(ReadOptions options) {
        this.options = options;
    }

    /**
     * Finds them.
     *
     * @throws RiskMapException when a file is missing or of no known format, or there is nothing to read at all
     */
    public static ImportSources of(List<String> named, ReadOptions options, Progress progress) {
        ImportSources result = new ImportSources(options);
        try {
            for (String name : named) {
                progress.check();
                result.add(name, progress);
            }
            if (result.sources.isEmpty()) {
                throw RiskMapException.of("app.import-nothing", NameList.of(named));
            }
            return result;
        } catch (RuntimeException e) {
            result.close();
            throw e;
        }
    }

    /** Finds those that can be read; what is named and cannot be read is told too. */
    public static ImportSources ofThoseReadable(List<String> named, Progress progress) {
        ImportSources result = new ImportSources(ReadOptions.standard());
        try {
            for (String name : named) {
                progress.check();
                try {
                    result.add(name, progress);
                } catch (RiskMapException unreadable) {
                    result.notes.add(unreadable.userMessage());
                }
            }
            return result;
        } catch (RuntimeException e) {
            result.close();
            throw e;
        }
    }

    private void add(String name, Progress progress) {
        Path path = Path.of(name);
        if (Files.isDirectory(path)) {
            folder(path);
            return;
        }
        LayerAddress address = LayerAddress.ofExisting(name);
        if (Archive.isArchive(address.file())) {
            Path folder = temporary(address.file());
            Archive.unpack(address.file(), folder, progress);
            folder(folder);
        } else {
            file(address);
        }
    }

    private Path temporary(Path archive) {
        try {
            Path folder = Files.createTempDirectory("riskmap-import-");
            unpacked.put(folder, archive);
            return folder;
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.io-failed", String.valueOf(e.getMessage())), e);
        }
    }

    private void folder(Path folder) {
        List<Path> unread = new ArrayList<>();
        for (Path file : Archive.files(folder, unread::add)) {
            try {
                file(new LayerAddress(file, ""));
            } catch (RiskMapException damaged) {
                notes.add(Message.of("app.import-passed-over", folder.relativize(file), named(damaged.userMessage())));
            }
        }
        if (!unread.isEmpty()) {
            List<String> names = unread.stream()
                    .limit(8)
                    .map(path -> folder.relativize(path).toString())
                    .toList();
            notes.add(Message.of(
                    "app.import-unread",
                    Integer.toString(unread.size()),
                    new NameList(names, unread.size() > names.size())));
        }
    }

    /** A message in which files of archives are called by the archive, not by where they were unpacked. */
    public Message named(Message message) {
        Object[] arguments = message.arguments().stream().map(this::named).toArray();
        return Message.of(message.key(), arguments);
    }

    private Object named(Object argument) {
        if (argument instanceof Message nested) {
            return named(nested);
        }
        String text = argument.toString();
        Map<Path, Path> all = new LinkedHashMap<>(unpackedBefore);
        all.putAll(unpacked);
        for (Map.Entry<Path, Path> folder : all.entrySet()) {
            if (text.contains(folder.getKey().toString())) {
                return text.replace(
                        folder.getKey().toString(), folder.getValue().toString());
            }
        }
        return argument;
    }

    private void file(LayerAddress address) {
        Format format = Formats.reading(address.file());
        if (format instanceof VectorFormat vectors && address.layer().isEmpty()) {
            List<String> names = vectors.layers(address.file(), options);
            layers.put(
                    address.file(),
                    Stream.concat(names.stream(), vectors.further(address.file()).stream())
                            .toList());
            for (String layer : names) {
                sources.add(new ImportSource(new LayerAddress(address.file(), layer), format, options));
            }
        } else {
            sources.add(new ImportSource(address, format, options));
        }
    }

    List<ImportSource> list() {
        return List.copyOf(sources);
    }

    /** The addresses of all layers and rasters, {@code FILE#LAYER}; good until this is closed. */
    public List<LayerAddress> addresses() {
        return sources.stream().map(ImportSource::address).toList();
    }

    /** All layers or sheets of a file, those too that are read only when they are named; none for a raster. */
    public List<String> layersOf(Path file) {
        return layers.getOrDefault(file, List.of());
    }

    /** What in folders and archives was not read, and why. */
    public List<Message> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void close() {
        for (Path folder : unpacked.keySet()) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException left) {
                System.getLogger("riskmap").log(System.Logger.Level.WARNING, "not removed: " + folder, left);
            }
        }
        unpackedBefore.putAll(unpacked);
        unpacked.clear();
    }
}
