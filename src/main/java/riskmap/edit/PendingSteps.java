package riskmap.edit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import riskmap.base.SafeFile;
import riskmap.data.Changes;
import riskmap.data.ChangesCodec;

/**
 * Steps that the project's file would not take, kept in a file of the user's until it does. Records are appended and
 * forced to the disk: {@code length, CRC-32, token (16 bytes), step}; what follows a torn record is not read.
 */
final class PendingSteps {
    private static final int HEAD = 8;
    private static final int TOKEN = 16;

    private final Path file;

    PendingSteps(Path file) {
        this.file = file;
    }

    /**
     * A step that waits.
     *
     * @param token tells it from every other step, so that it is done once only
     */
    record Pending(UUID token, Changes changes) {}

    Path file() {
        return file;
    }

    synchronized boolean isEmpty() {
        return !Files.exists(file);
    }

    /** Adds a step; when this returns, it is on the disk. */
    synchronized void add(Pending step) throws IOException {
        boolean fresh = !Files.exists(file);
        Files.createDirectories(file.getParent());
        long end = fresh ? 0 : readable();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // a torn record at the end would hide what comes after it
            channel.truncate(end);
            channel.position(end);
            ByteBuffer record = record(step);
            while (record.hasRemaining()) {
                channel.write(record);
            }
            channel.force(true);
        }
        if (fresh) {
            SafeFile.forceFolder(file.getParent());
        }
    }

    private static ByteBuffer record(Pending step) {
        byte[] body = ChangesCodec.write(step.changes());
        ByteBuffer record = ByteBuffer.allocate(HEAD + TOKEN + body.length);
        record.putInt(TOKEN + body.length).putInt(0);
        record.putLong(step.token().getMostSignificantBits());
        record.putLong(step.token().getLeastSignificantBits());
        record.put(body).flip();
        CRC32 sum = new CRC32();
        sum.update(record.array(), HEAD, TOKEN + body.length);
        record.putInt(4, (int) sum.getValue());
        return record;
    }

    /** The steps in the order they were added. */
    synchronized List<Pending> all() throws IOException {
        List<Pending> steps = new ArrayList<>();
        walk(steps);
        return steps;
    }

    private long readable() throws IOException {
        return walk(new ArrayList<>());
    }

    /** Reads whole records; gives where they end. */
    private long walk(List<Pending> into) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
        long end = 0;
        while (in.remaining() >= HEAD + TOKEN) {
            int length = in.getInt();
            int expected = in.getInt();
            if (length < TOKEN || length > in.remaining()) {
                break;
            }
            CRC32 sum = new CRC32();
            sum.update(in.array(), in.position(), length);
            if ((int) sum.getValue() != expected) {
                break;
            }
            UUID token = new UUID(in.getLong(), in.getLong());
            byte[] body = new byte[length - TOKEN];
            in.get(body);
            into.add(new Pending(token, ChangesCodec.read(body)));
            end = in.position();
        }
        return end;
    }

    /** Keeps only these. */
    synchronized void keep(List<Pending> steps) throws IOException {
        if (steps.isEmpty()) {
            Files.deleteIfExists(file);
            SafeFile.forceFolder(file.getParent());
            return;
        }
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        PendingSteps rest = new PendingSteps(draft);
        for (Pending step : steps) {
            rest.add(step);
        }
        SafeFile.replace(draft, file);
        SafeFile.forceFolder(file.getParent());
    }
}
