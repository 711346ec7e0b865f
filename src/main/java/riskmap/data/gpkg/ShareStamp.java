package riskmap.data.gpkg;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By what a file on a share is known again: its length, when it was changed, and what is in it.
 *
 * @param bytes its length
 * @param changed when it was last changed, milliseconds
 * @param sha256 of its content
 */
record ShareStamp(long bytes, long changed, String sha256) {
    /** The stamp of a file whose content is known. */
    static ShareStamp of(Path file, String sha256) throws IOException {
        return new ShareStamp(Files.size(file), Files.getLastModifiedTime(file).toMillis(), sha256);
    }

    /** Whether a file is still the one that was stamped; read only where length and time do not say. */
    boolean isOf(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) != bytes) {
            return false;
        }
        return Files.getLastModifiedTime(file).toMillis() == changed
                || hash(file).equals(sha256);
    }

    static String hash(Path file) throws IOException {
        return copy(file, OutputStream.nullOutputStream());
    }

    /** Copies a file; the hash of what was read. */
    static String copy(Path from, OutputStream to) throws IOException {
        MessageDigest digest = newDigest();
        byte[] piece = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(from)) {
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                digest.update(piece, 0, length);
                to.write(piece, 0, length);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
