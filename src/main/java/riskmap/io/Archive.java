package riskmap.io;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/**
 * Zip archives of survey files, unpacked into a folder of our own. Names without the UTF-8 mark are decoded like other
 * text of unknown encoding (GBK from Chinese Windows); an archive in an archive is unpacked too, {@value #DEEPEST} deep.
 * An entry that would lie outside the folder, and an archive that unpacks to far more than it should, are refused.
 */
public final class Archive {
    private static final int DEEPEST = 2;
    /** Bytes an archive may unpack to; a county's survey has a few gigabytes. */
    private static final long MOST_BYTES = 8L << 30;
    /** Share of the free space of the disk that may be filled. */
    private static final double FREE_SHARE = 0.8;

    /** Files that say something of another, or are made from it. */
    private static final Set<String> COMPANIONS = Set.of(
            "shx", "prj", "cpg", "sbn", "sbx", "qix", "qpj", "fbn", "fbx", "ain", "aih", "atx", "ixs", "mxs", "tfw",
            "wld", "ovr", "aux", "lock", "cst", "qmd", "qml", "sld", "bak");

    private static final int UNICODE_PATH = 0x7075;
    private static final byte[] HEAD = {'P', 'K', 3, 4};

    private final Path root;
    private final ZipLimits limits;
    private final Progress progress;

    private Archive(Path root, ZipLimits limits, Progress progress) {
        this.root = root;
        this.limits = limits;
        this.progress = progress;
    }

    /** Whether the file is a zip archive of files, and not a workbook or a KMZ, which are zip archives too. */
    public static boolean isArchive(Path file) {
        return Files.isRegularFile(file)
                && SourceFiles.extension(file).equals("zip")
                && java.util.Arrays.equals(SourceFiles.head(file, HEAD.length), HEAD);
    }

    /**
     * Unpacks an archive.
     *
     * @param folder an empty folder
     * @throws RiskMapException when it is damaged, has a password, or cannot be trusted
     */
    public static void unpack(Path archive, Path folder, Progress progress) {
        try {
            long free = (long) (Files.getFileStore(folder).getUsableSpace() * FREE_SHARE);
            ZipLimits limits = new ZipLimits(archive, Math.min(MOST_BYTES, free));
            new Archive(folder.toAbsolutePath().normalize(), limits, progress).unpack(archive, folder, 0);
        } catch (ZipException | IllegalArgumentException e) {
            throw new RiskMapException(Message.of("io.zip-damaged", archive, String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw SourceFiles.unreadable(archive, e);
        }
    }

    private void unpack(Path archive, Path folder, int depth) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.ISO_8859_1)) {
            limits.checkEntries(zip.size());
            Charset charset = charset(zip);
            int done = 0;
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                progress.check();
                progress.report((double) done++ / zip.size(), Message.of("io.step-unpacking"));
                ZipEntry entry = entries.nextElement();
                Path target = target(archive, folder, name(entry, charset));
                if (!entry.isDirectory()) {
                    write(zip, entry, target);
                    if (depth + 1 < DEEPEST && isArchive(target)) {
                        Path inner =
                                Files.createDirectories(target.resolveSibling(SourceFiles.baseName(target) + ".d"));
                        unpack(target, inner, depth + 1);
                        Files.delete(target);
                    }
                }
            }
        }
    }

    private void write(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = new BufferedInputStream(
                        limits.counted(zip.getInputStream(entry), entry.getCompressedSize()), 1 << 16);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
            byte[] buffer = new byte[1 << 16];
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                out.write(buffer, 0, got);
                progress.check();
            }
        }
    }

    /** Where an entry comes to lie: always in the folder. */
    private Path target(Path archive, Path folder, String name) {
        String plain = name.replace('\\', '/');
        boolean outside = plain.startsWith("/")
                || plain.matches("^[A-Za-z]:.*")
                || plain.indexOf('\0') >= 0
                || List.of(plain.split("/")).contains("..");
        try {
            Path target = folder.resolve(plain).normalize();
            if (!outside && target.startsWith(root) && !target.equals(root)) {
                return target;
            }
        } catch (InvalidPathException e) {
            throw new RiskMapException(Message.of("io.zip-name", archive, shown(name)), e);
        }
        throw RiskMapException.of("io.zip-name", archive, shown(name));
    }

    private static String shown(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    /** The encoding of all names without a mark together; UTF-8 where they are plain ASCII. */
    private static Charset charset(ZipFile zip) {
        List<byte[]> names = zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.chars().allMatch(c -> c < 0x100))
                .map(name -> name.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
        return Encodings.detect(names);
    }

    /** The name as Info-ZIP's Unicode field has it, as marked, else decoded. */
    private static String name(ZipEntry entry, Charset charset) {
        String unicode = unicodePath(entry.getExtra());
        if (unicode != null) {
            return unicode;
        }
        String raw = entry.getName();
        boolean bytes = raw.chars().allMatch(c -> c < 0x100);
        return bytes ? new String(raw.getBytes(StandardCharsets.ISO_8859_1), charset) : raw;
    }

    private static String unicodePath(byte[] extra) {
        if (extra == null) {
            return null;
        }
        ByteBuffer fields = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
        while (fields.remaining() >= 4) {
            int tag = fields.getShort() & 0xffff;
            int size = fields.getShort() & 0xffff;
            if (size > fields.remaining()) {
                return null;
            }
            // one byte of version and four of a checksum come first
            if (tag == UNICODE_PATH && size > 5) {
                byte[] name = new byte[size - 5];
                fields.get(fields.position() + 5, name);
                return new String(name, StandardCharsets.UTF_8);
            }
            fields.position(fields.position() + size);
        }
        return null;
    }

    /**
     * The files of a folder and of folders in it that can be read, each once: a shapefile by its .shp, a table without
     * shapes by its .dbf. Hidden files are left out, links are not followed.
     *
     * @param unread takes the names of files that are neither read nor companions of those that are
     */
    public static List<Path> files(Path folder, Consumer<Path> unread) {
        try (Stream<Path> tree = Files.walk(folder, 12)) {
            List<Path> all = tree.filter(Files::isRegularFile)
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .filter(path -> !path.toString().contains("__MACOSX"))
                    .sorted()
                    .toList();
            return all.stream().filter(path -> isSource(path, unread)).toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw SourceFiles.unreadable(folder, e);
        }
    }

    private static boolean isSource(Path path, Consumer<Path> unread) {
        String extension = SourceFiles.extension(path).toLowerCase(Locale.ROOT);
        if (COMPANIONS.contains(extension)) {
            return false;
        }
        if (extension.equals("dbf") && SourceFiles.companion(path, "shp") != null || explainsColumns(path)) {
            return false;
        }
        try {
            // a text is a table only where it is called one: most are read-me files
            if (!extension.equals("txt") && Formats.reading(path) != null) {
                return true;
            }
        } catch (RiskMapException unknown) {
            // told below
        }
        unread.accept(path);
        return false;
    }

    /** Whether it is the table of columns that we write beside a shapefile. */
    private static boolean explainsColumns(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(ColumnFile.SUFFIX)
                && Files.exists(
                        path.resolveSibling(name.substring(0, name.length() - ColumnFile.SUFFIX.length()) + ".dbf"));
    }
}
