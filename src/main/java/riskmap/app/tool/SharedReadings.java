package riskmap.app.tool;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import riskmap.analysis.KeptPoints;
import riskmap.app.LayerAddress;
import riskmap.base.FileState;
import riskmap.geo.raster.Grid;

/**
 * What one run of a batch has read and later ones read too: the points of a layer, a raster. The others then need not read
 * it again. What differs between two batches is nothing but the time:
 *
 * <ul>
 *   <li>it counts only while the files it came from are as they were, and had been for a while, before it was read: what
 *       an earlier run or another program has written is read anew;
 *   <li>it is kept no longer than a later run names it, and as long as all of it takes an eighth of the memory at most;
 *   <li>it is kept only of a reading there was nothing to tell about: every run tells of its files what it would alone.
 * </ul>
 */
final class SharedReadings {
    private static final int SHARE_OF_MEMORY = 8;

    private final long mostBytes;
    private final Map<InputAddress, Kept> kept = new HashMap<>();
    private Set<InputAddress> later = Set.of();

    /**
     * Something read.
     *
     * @param files the files it came from, as they were before it was read
     * @param content {@link KeptPoints}, or a {@link Grid}
     */
    private record Kept(List<FileState> files, Object content) {
        long bytes() {
            return content instanceof Grid grid ? 4L * grid.geometry().cellCount() : ((KeptPoints) content).bytes();
        }
    }

    SharedReadings() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }

    SharedReadings(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * A run begins: what neither it nor a later one reads is let go.
     *
     * @param own addresses of its inputs
     * @param later addresses of the inputs of all later ones
     */
    void begin(Collection<String> own, Collection<String> later) {
        this.later = later.stream().map(InputAddress::parse).collect(Collectors.toSet());
        Set<InputAddress> needed = new HashSet<>(this.later);
        own.stream().map(InputAddress::parse).forEach(needed::add);
        kept.keySet().retainAll(needed);
    }

    /** Whether a later run reads this too. */
    boolean isReadAgain(InputAddress address) {
        return later.contains(address);
    }

    /** The raster at this address, where an earlier run has read it as it is now. */
    Optional<Grid> grid(InputAddress address) {
        return content(address, Grid.class);
    }

    /** The points at this address, where an earlier run has read them as they are now. */
    Optional<KeptPoints> points(InputAddress address) {
        return content(address, KeptPoints.class);
    }

    private <T> Optional<T> content(InputAddress address, Class<T> type) {
        Kept known = kept.get(address);
        if (known == null) {
            return Optional.empty();
        }
        if (!known.files.equals(files(address))) {
            kept.remove(address);
            return Optional.empty();
        }
        return Optional.of(known.content).filter(type::isInstance).map(type::cast);
    }

    /**
     * Keeps what was read for the later runs, where it may be.
     *
     * @param before the {@link #files} before it was read
     * @param content points, or a raster
     */
    void keep(InputAddress address, List<FileState> before, Object content) {
        Kept reading = new Kept(before, content);
        long held = kept.values().stream().mapToLong(Kept::bytes).sum();
        boolean mayBe = isReadAgain(address)
                && !kept.containsKey(address)
                && reading.bytes() > 0
                && held + reading.bytes() <= mostBytes
                && !before.isEmpty()
                && before.equals(files(address));
        if (mayBe) {
            kept.put(address, reading);
        }
    }

    /**
     * The file at an address and all beside it that begin with its name, such as the log of a database or the world file of
     * a raster, as they are now; the same of the file it leads to, beside which a database has its log. Empty where one of
     * them was changed a moment ago, or cannot be told.
     */
    static List<FileState> files(InputAddress address) {
        Path file = LayerAddress.parse(address.layer()).file().toAbsolutePath().normalize();
        List<FileState> states = new ArrayList<>();
        try {
            for (Path place : new LinkedHashSet<>(List.of(file, file.toRealPath()))) {
                if (!addBeside(place, states)) {
                    return List.of();
                }
            }
        } catch (IOException | RuntimeException unknown) {
            return List.of();
        }
        states.sort(Comparator.comparing(FileState::text));
        return states;
    }

    /** Adds a file and all beside it that begin with its name; false where one was changed a moment ago. */
    private static boolean addBeside(Path file, List<FileState> states) throws IOException {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String base = dot > 0 ? name.substring(0, dot) : name;
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(
                file.getParent(), path -> isOf(path.getFileName().toString(), name, base))) {
            for (Path path : beside) {
                Optional<FileState> state = FileState.settled(path);
                if (state.isEmpty()) {
                    return false;
                }
                states.add(state.get());
            }
        }
        return true;
    }

    private static boolean isOf(String found, String name, String base) {
        return found.startsWith(name) || found.startsWith(base + ".");
    }
}
