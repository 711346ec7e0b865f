package riskmap.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A fresh copy of one file of the collection with what lies beside it, and what became of it. */
record BadFileSource(Path file, Map<String, String> before) {
    static BadFileSource copy(Path corpus, String format, String name, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path home = corpus.resolve(format);
        String base = name.replaceFirst("\\.[^.]*$", "");
        try (Stream<Path> all = Files.list(home)) {
            for (Path part : all.toList()) {
                String other = part.getFileName().toString();
                boolean beside = other.startsWith(base + ".")
                        && List.of("shp", "tif", "asc").contains(format);
                if (other.equals(name) || other.startsWith(name + "-") || beside) {
                    Path target = folder.resolve(other.replaceFirst("\\.db$", ".gpkg"));
                    Files.copy(part, target);
                    target.toFile().setWritable(true);
                }
            }
        }
        Path file = folder.resolve(name.replaceFirst("\\.db$", ".gpkg"));
        return new BadFileSource(file, listing(folder));
    }

    /** What differs from before; a write-ahead log may be taken in by whoever opens its file. */
    String changes() throws IOException {
        Map<String, String> now = listing(file.getParent());
        boolean logged = before.keySet().stream().anyMatch(name -> name.endsWith("-wal") || name.endsWith("-journal"));
        if (now.equals(before) || logged) {
            return "";
        }
        if (!now.keySet().equals(before.keySet())) {
            return "files beside it: " + now.keySet();
        }
        return "source changed";
    }

    void delete() throws IOException {
        try (Stream<Path> all = Files.walk(file.getParent())) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    private static Map<String, String> listing(Path folder) throws IOException {
        Map<String, String> result = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path path : all.toList()) {
                result.put(path.getFileName().toString(), sha256(Files.readAllBytes(path)));
            }
        }
        return result;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
