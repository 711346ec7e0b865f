package riskmap.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import riskmap.base.SafeFile;

/**
 * Files that appear under their names only when all of them are written and on the disk: until then they lie in a hidden folder beside
 * their place, which closing removes.
 */
public final class NewFiles implements Closeable {
    private final Path folder;
    private final Path workshop;
    private final Set<String> names = new LinkedHashSet<>();
    /** Folders that were not there before, innermost first: they go again when nothing comes into them. */
    private final List<Path> newFolders = new ArrayList<>();

    /** Files that are to stand beside this one. */
    public NewFiles(Path target) throws IOException {
        folder = target.toAbsolutePath().getParent();
        for (Path at = folder; at != null && !Files.exists(at); at = at.getParent()) {
            newFolders.add(at);
        }
        try {
            Files.createDirectories(folder);
            workshop = Files.createTempDirectory(folder, ".riskmap-");
        } catch (IOException e) {
            removeNewFolders();
            throw e;
        }
    }

    /** Where to write a file of this name until it is finished. */
    public Path path(String name) {
        names.add(name);
        return workshop.resolve(name);
    }

    /** Moves all files to their place, in the order in which they were named; what stood there is replaced. */
    public void finish() throws IOException {
        for (String name : names) {
            Path from = workshop.resolve(name);
            Path to = folder.resolve(name);
            SafeFile.force(from);
            SafeFile.replace(from, to);
        }
        SafeFile.forceFolder(folder);
        names.clear();
    }

    @Override
    public void close() throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.walk(workshop)) {
            left = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : left) {
            Files.deleteIfExists(path);
        }
        removeNewFolders();
    }

    private void removeNewFolders() throws IOException {
        for (Path made : newFolders) {
            try {
                Files.deleteIfExists(made);
            } catch (DirectoryNotEmptyException inUse) {
                return;
            }
        }
    }
}
