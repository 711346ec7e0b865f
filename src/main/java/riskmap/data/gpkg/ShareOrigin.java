package riskmap.data.gpkg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import riskmap.base.SafeFile;

/**
 * Where a working copy came from and what of it has been written back: a small file beside the copy.
 *
 * @param target the file on the share that it is written back to
 * @param stamp of that file as it was fetched or last written
 * @param state of the copy then ({@link GeoPackage#state})
 * @param writing hash of what was about to be written back; empty for nothing
 * @param written when it was last written back; null for never
 */
record ShareOrigin(Path target, ShareStamp stamp, String state, String writing, Instant written) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Path file(Path folder) {
        return folder.resolve("origin.json");
    }

    static Optional<ShareOrigin> read(Path folder) {
        return SafeFile.read(file(folder), content -> {
            JsonNode node = JSON.readTree(content);
            String written = node.path("written").asText();
            return new ShareOrigin(
                    Path.of(node.required("target").asText()),
                    new ShareStamp(
                            node.required("bytes").asLong(),
                            node.required("changed").asLong(),
                            node.required("sha256").asText()),
                    node.required("state").asText(),
                    node.path("writing").asText(),
                    written.isEmpty() ? null : Instant.parse(written));
        });
    }

    void save(Path folder) throws IOException {
        var node = JSON.createObjectNode()
                .put("target", target.toString())
                .put("bytes", stamp.bytes())
                .put("changed", stamp.changed())
                .put("sha256", stamp.sha256())
                .put("state", state)
                .put("writing", writing)
                .put("written", written == null ? "" : written.toString());
        SafeFile.write(file(folder), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(node));
    }

    ShareOrigin writing(String sha256) {
        return new ShareOrigin(target, stamp, state, sha256, written);
    }

    /**
     * Whether the file on the share is the one this copy came from or was written to, the writing that a crash cut short
     * included, and no other program is in the middle of changing it.
     */
    boolean isUntouched() throws IOException {
        return !hasLog(target) && (stamp.isOf(target) || isWhatWasBeingWritten());
    }

    boolean isWhatWasBeingWritten() throws IOException {
        return !writing.isEmpty()
                && target.toFile().exists()
                && ShareStamp.hash(target).equals(writing);
    }

    /** Whether another program has changes of a file in a log beside it. */
    static boolean hasLog(Path file) {
        return FileHeader.sidecar(file, "-wal").toFile().length() > 0
                || FileHeader.sidecar(file, "-journal").toFile().length() > 0;
    }
}
