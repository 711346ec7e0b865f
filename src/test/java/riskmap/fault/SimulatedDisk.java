package riskmap.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A disk that keeps only what was forced to it. Changes since then may have arrived or not, in any order, and torn at
 * sectors; so may new, removed and changed names until their folder was forced. That is what POSIX allows and what
 * happens when the power goes. Folders themselves last as soon as something in them does.
 */
final class SimulatedDisk {
    private static final int SECTOR = 512;

    /** What is in a file: on the disk, and on its way there. */
    private static final class Content {
        private Bytes durable = new Bytes(new byte[0]);
        private final List<Recording.Event> pending = new ArrayList<>();
    }

    /** A change of names on its way to the disk. */
    private record Naming(char kind, String from, String to, Content content) {
        /** Whether it is a change of this folder; one from folder to folder is one of where the name goes. */
        boolean isIn(String parent) {
            return Path.of(kind == 'U' ? from : to).getParent().toString().equals(parent);
        }
    }

    private final Map<String, Content> names = new HashMap<>();
    private final Map<String, Content> durableNames = new HashMap<>();
    private final List<Naming> namings = new ArrayList<>();
    private final Path folder;

    /** A disk that holds what is in a folder now. */
    SimulatedDisk(Path folder) throws IOException {
        this.folder = folder;
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Content content = new Content();
                content.durable = new Bytes(Files.readAllBytes(file));
                names.put(file.toString(), content);
                durableNames.put(file.toString(), content);
            }
        }
    }

    void apply(Recording.Event event) {
        switch (event.kind()) {
            case 'C' -> named(event.path(), new Content());
            case 'W', 'T' -> content(event.path()).pending.add(event);
            case 'S' -> force(event.path());
            case 'U' -> {
                namings.add(new Naming('U', event.path(), "", names.remove(event.path())));
            }
            case 'R' -> {
                Content moved = names.remove(event.path());
                namings.add(new Naming('R', event.path(), event.other(), moved));
                names.put(event.other(), moved);
            }
            case 'L' -> {
                names.put(event.other(), content(event.path()));
                namings.add(new Naming('L', event.path(), event.other(), content(event.path())));
            }
            default -> throw new IllegalArgumentException(event.toString());
        }
    }

    private Content content(String path) {
        Content known = names.get(path);
        return known != null ? known : named(path, new Content());
    }

    private Content named(String path, Content content) {
        names.put(path, content);
        namings.add(new Naming('C', "", path, content));
        return content;
    }

    private void force(String path) {
        if (!names.containsKey(path)) {
            // no file: a folder
            List<Naming> here =
                    namings.stream().filter(naming -> naming.isIn(path)).toList();
            here.forEach(naming -> perform(naming, durableNames));
            namings.removeAll(here);
            return;
        }
        Content content = content(path);
        for (Recording.Event change : content.pending) {
            content.durable.apply(change);
        }
        content.pending.clear();
        // forcing a new file makes its name last too, on every file system in use
        for (Naming naming : List.copyOf(namings)) {
            if (naming.kind == 'C' && naming.content == content) {
                perform(naming, durableNames);
                namings.remove(naming);
            }
        }
    }

    private static void perform(Naming naming, Map<String, Content> where) {
        if (naming.kind == 'U' || naming.kind == 'R') {
            where.remove(naming.from);
        }
        if (naming.kind != 'U') {
            where.put(naming.to, naming.content);
        }
    }

    /** The power goes: writes what is then on the disk into a folder. */
    void cut(Random random, Path target) throws IOException {
        Map<String, Content> left = new HashMap<>(durableNames);
        for (Naming naming : namings) {
            if (random.nextBoolean()) {
                perform(naming, left);
            }
        }
        int mode = random.nextInt(4);
        for (Map.Entry<String, Content> file : left.entrySet()) {
            if (!file.getKey().endsWith("-shm")) {
                Path place = target.resolve(folder.relativize(Path.of(file.getKey())));
                Files.createDirectories(place.getParent());
                remains(file.getValue(), mode, random).write(place);
            }
        }
    }

    /** Nothing, all, some or torn pieces of what was on its way. */
    private static Bytes remains(Content content, int mode, Random random) {
        if (mode == 0 || content.pending.isEmpty()) {
            return content.durable;
        }
        Bytes bytes = content.durable.copy();
        List<Recording.Event> arrived = new ArrayList<>(content.pending);
        if (mode >= 2) {
            arrived.removeIf(change -> random.nextBoolean());
            Collections.shuffle(arrived, random);
        }
        for (Recording.Event change : arrived) {
            if (mode == 3 && change.kind() == 'W') {
                tear(bytes, change, random);
            } else {
                bytes.apply(change);
            }
        }
        return bytes;
    }

    private static void tear(Bytes bytes, Recording.Event change, Random random) {
        for (int at = 0; at < change.bytes().length; at += SECTOR) {
            if (random.nextInt(10) < 7) {
                bytes.put(change.at() + at, change.bytes(), at, Math.min(SECTOR, change.bytes().length - at));
            }
        }
    }

    /** The content of a file as it grows and is cut. */
    private static final class Bytes {
        private byte[] all;
        private int length;

        Bytes(byte[] all) {
            this.all = all;
            this.length = all.length;
        }

        Bytes copy() {
            return new Bytes(Arrays.copyOf(all, length));
        }

        void apply(Recording.Event change) {
            if (change.kind() == 'T') {
                grow((int) change.at());
                Arrays.fill(all, Math.min(length, (int) change.at()), length, (byte) 0);
                length = (int) change.at();
            } else {
                put(change.at(), change.bytes(), 0, change.bytes().length);
            }
        }

        void put(long at, byte[] from, int first, int count) {
            int end = (int) at + count;
            grow(end);
            length = Math.max(length, end);
            System.arraycopy(from, first, all, (int) at, count);
        }

        /** What lies beyond the length is always zero. */
        private void grow(int size) {
            if (size > all.length) {
                all = Arrays.copyOf(all, Math.max(size, all.length * 2));
            }
        }

        void write(Path file) throws IOException {
            try (var out = Files.newOutputStream(file)) {
                out.write(all, 0, length);
            }
        }
    }
}
