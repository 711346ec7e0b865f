package riskmap.io.shapefile;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.io.ByteSource;
import riskmap.io.ImportLog;
import riskmap.io.Place;
import riskmap.io.SourceFiles;

/**
 * The records of a .shp file: found through the .shx index where it is whole and points into the file, else one after
 * another.
 */
final class ShpReader implements Closeable {
    static final int FILE_CODE = 9994;
    static final int HEADER = 100;
    private static final int RECORD_HEADER = 8;

    private final ByteSource source;
    private final ShapeType type;
    /** Byte positions of the record headers, or null to go from one to the next. */
    private final long[] index;

    private final ShapeDecoder decoder;
    private final ImportLog log;
    private long position = HEADER;
    private int record;

    ShpReader(Path file, ImportLog log) throws IOException {
        this.log = log;
        decoder = new ShapeDecoder(log);
        source = new ByteSource(file);
        try {
            if (source.size() < HEADER) {
                throw RiskMapException.of("io.shape-short", file);
            }
            ByteBuffer head = source.at(0, HEADER);
            if (head.getInt(0) != FILE_CODE) {
                throw RiskMapException.of("io.not-that-format", file, Message.of("io.format-shapefile"));
            }
            type = new ShapeType(head.order(ByteOrder.LITTLE_ENDIAN).getInt(32));
            if (type.code() == ShapeType.MULTI_PATCH) {
                throw RiskMapException.of("io.shape-multipatch", file);
            }
            if (!type.isKnown()) {
                throw RiskMapException.of("io.shape-type-unknown", file, Integer.toString(type.code()));
            }
            Path shx = SourceFiles.companion(file, "shx");
            index = shx == null ? null : index(shx, source.size());
            if (index == null) {
                log.notice(Message.of(shx == null ? "io.shx-missing" : "io.shx-damaged"));
            }
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    ShapeType type() {
        return type;
    }

    /** Positions of the records, or null when the index cannot be trusted. */
    private static long[] index(Path shx, long shpSize) throws IOException {
        try (ByteSource bytes = new ByteSource(shx)) {
            int count = (int) Math.min(Integer.MAX_VALUE / 8, (bytes.size() - HEADER) / 8);
            if (count < 0 || bytes.at(0, 4).getInt() != FILE_CODE) {
                return null;
            }
            long[] result = new long[count];
            for (int i = 0; i < count; i++) {
                result[i] = 2L * (bytes.at(HEADER + 8L * i, 4).getInt() & 0xffffffffL);
                if (result[i] < HEADER || result[i] > shpSize - RECORD_HEADER) {
                    return null;
                }
            }
            return count == 0 && shpSize > HEADER ? null : result;
        }
    }

    /** How many records the index holds, −1 without one. */
    int count() {
        return index == null ? -1 : index.length;
    }

    /** Whether another record follows. */
    boolean hasNext() {
        return index != null ? record < index.length : position <= source.size() - RECORD_HEADER;
    }

    double fraction() {
        return index != null && index.length > 0 ? (double) record / index.length : (double) position / source.size();
    }

    /** What stands between two records when a record could not be read. */
    static final class DamagedShape extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Message reason;

        DamagedShape(Message reason, Throwable cause) {
            super(reason.key(), cause);
            this.reason = reason;
        }

        Message reason() {
            return reason;
        }
    }

    /** The next geometry, null for a null shape. After a damaged record the next call goes on behind it. */
    Geometry next() throws IOException {
        Place place = Place.feature(record + 1L);
        long at = index != null ? index[record] : position;
        record++;
        ByteBuffer head = source.at(at, RECORD_HEADER);
        int words = head.getInt(4);
        if (words < 2) {
            position = source.size();
            throw new DamagedShape(Message.of("io.shape-record-length", Integer.toString(words)), null);
        }
        long length = 2L * words;
        position = at + RECORD_HEADER + length;
        long there = source.size() - at - RECORD_HEADER;
        if (length > there) {
            throw new DamagedShape(Message.of("io.shape-cut", Long.toString(length), Long.toString(there)), null);
        }
        try {
            return decoder.decode(source.at(at + RECORD_HEADER, (int) length), place);
        } catch (ShapeDecoder.Malformed damaged) {
            throw new DamagedShape(damaged.reason(), damaged);
        } catch (EOFException | IllegalArgumentException damaged) {
            throw new DamagedShape(Message.of("io.shape-malformed"), damaged);
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
