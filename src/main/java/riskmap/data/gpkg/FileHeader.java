package riskmap.data.gpkg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * The first 100 bytes of an SQLite file, looked at before SQLite opens it: what is not a GeoPackage is refused with a
 * sentence that says what it is instead. Never used on a file this process has open: closing another handle on it would
 * drop SQLite's locks (POSIX).
 *
 * <p><b>Source:</b> SQLite database file format, section 1.3; GeoPackage 1.3 requirement 1 and 2.
 *
 * @param pageSize bytes per page
 * @param pages pages the header promises, 0 where it does not say
 * @param wal whether the file is kept in write-ahead-log mode
 * @param applicationId what marks a GeoPackage
 * @param userVersion GeoPackage version × 10000, so 10300 for 1.3
 */
record FileHeader(int pageSize, long pages, boolean wal, int applicationId, int userVersion) {
    /** "GPKG". */
    static final int GPKG = 0x47504B47;

    private static final int GP10 = 0x47503130;
    private static final int GP11 = 0x47503131;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 100;

    /** Reads and judges the header of a file that is not open. */
    static FileHeader read(Path file) {
        if (!Files.exists(file)) {
            throw RiskMapException.of("data.gpkg-missing", file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw RiskMapException.of("data.gpkg-folder", file.toString());
        }
        byte[] bytes = new byte[LENGTH];
        int length;
        try (InputStream in = Files.newInputStream(file)) {
            length = in.readNBytes(bytes, 0, LENGTH);
        } catch (IOException e) {
            throw new RiskMapException(Message.of("data.gpkg-unreadable", file.toString()), e);
        }
        if (length == 0) {
            throw RiskMapException.of("data.gpkg-empty", file.toString());
        }
        if (length < LENGTH || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw RiskMapException.of(otherKind(bytes, length), file.toString());
        }
        return judged(file, parse(ByteBuffer.wrap(bytes)), bytes[18], bytes[19]);
    }

    /** Whether the application id is one that GeoPackage has used. */
    boolean isMarked() {
        return applicationId == GPKG || applicationId == GP10 || applicationId == GP11;
    }

    private static FileHeader parse(ByteBuffer header) {
        int page = header.getShort(16) & 0xFFFF;
        boolean counted = header.getInt(24) == header.getInt(92);
        return new FileHeader(
                page == 1 ? 65536 : page,
                counted ? header.getInt(28) & 0xFFFFFFFFL : 0,
                header.get(18) == 2,
                header.getInt(68),
                header.getInt(60));
    }

    private static FileHeader judged(Path file, FileHeader header, int write, int read) {
        if (read > 2 || write > 2) {
            throw RiskMapException.of("data.gpkg-newer-sqlite", file.toString());
        }
        if (header.pageSize < 512 || Integer.bitCount(header.pageSize) != 1) {
            throw RiskMapException.of("data.gpkg-damaged", file.toString(), "page size");
        }
        long size = file.toFile().length();
        long there = size / header.pageSize;
        if (header.pages > there && !hasJournal(file)) {
            throw RiskMapException.of(
                    "data.gpkg-truncated", file.toString(), Long.toString(there), Long.toString(header.pages));
        }
        return header;
    }

    private static boolean hasJournal(Path file) {
        return sidecar(file, "-wal").toFile().length() > 0
                || sidecar(file, "-journal").toFile().length() > 0;
    }

    /** The file SQLite keeps beside this one. */
    static Path sidecar(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static String otherKind(byte[] bytes, int length) {
        if (length > 2 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B) {
            return "data.gpkg-is-gzip";
        }
        String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("pk\3\4")) {
            return "data.gpkg-is-zip";
        }
        if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
            return "data.gpkg-is-web-page";
        }
        return "data.gpkg-not-sqlite";
    }
}
