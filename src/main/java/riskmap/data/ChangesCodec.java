package riskmap.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Steps and rows as bytes by themselves, to be kept outside the project: see {@link #write}. */
public final class ChangesCodec {
    private ChangesCodec() {}

    /** A step as bytes: name, rows, values with their types. */
    public static byte[] write(Changes changes) {
        return bytes(out -> {
            ValueCodec.writeText(out, MessageText.write(changes.name()));
            out.writeInt(changes.rows().size());
            for (RowChange row : changes.rows()) {
                ValueCodec.writeText(out, row.layer());
                out.writeLong(row.fid());
                ValueCodec.writeMap(out, row.before());
                ValueCodec.writeMap(out, row.after());
            }
        });
    }

    /** The step in bytes of {@link #write}. */
    public static Changes read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        var name = MessageText.read(ValueCodec.readText(in));
        int count = in.readInt();
        List<RowChange> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String layer = ValueCodec.readText(in);
            rows.add(new RowChange(layer, in.readLong(), ValueCodec.readMap(in), ValueCodec.readMap(in)));
        }
        return new Changes(name, rows);
    }

    /** Named values as bytes. */
    public static byte[] writeValues(Map<String, Object> values) {
        return bytes(out -> ValueCodec.writeMap(out, values));
    }

    /** The values in bytes of {@link #writeValues}. */
    public static Map<String, Object> readValues(byte[] bytes) throws IOException {
        return ValueCodec.readMap(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    /** Writes into memory. */
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }
}
