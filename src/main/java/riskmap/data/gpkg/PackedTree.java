package riskmap.data.gpkg;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * Builds a whole R-tree at once, packed along a Hilbert curve, straight into the tables SQLite keeps it in. Ten times
 * quicker than inserting box by box, and searches meet fewer nodes.
 *
 * <p>{@code _node(nodeno, data)}: the root is node 1; data is depth (2 bytes, root only, else 0), cell count (2), then
 * cells of 8 bytes id and four floats, big endian, padded to the node size. {@code _rowid(rowid, nodeno)}: the leaf of
 * each row. {@code _parent(nodeno, parentnode)}: the parent of each node but the root.
 *
 * <p><b>Source:</b> SQLite ext/rtree/rtree.c, "Database Format of R-Tree Tables".
 */
final class PackedTree {
    private static final int CELL = 24;
    /** Cells per node that are filled: SQLite splits a full one on the next insert. */
    private static final double FILL = 0.9;

    private static final int ROOT = 1;
    /** Rows made ready at a time. */
    private static final int BATCH = 1024;

    private final Connection connection;
    private final String name;
    private final int nodeSize;
    private final int fill;
    private long nextNode = ROOT + 1;

    private PackedTree(Connection connection, String name, int nodeSize) {
        this.connection = connection;
        this.name = name;
        this.nodeSize = nodeSize;
        this.fill = Math.max(2, (int) ((nodeSize - 4) / CELL * FILL));
    }

    /** Replaces the content of an R-tree by these boxes. */
    static void write(Connection connection, String index, BoxList boxes) throws SQLException {
        Object root =
                Sql.value(connection, "SELECT length(data) FROM " + Sql.name(index + "_node") + " WHERE nodeno=1");
        int nodeSize = ((Number) root).intValue();
        Sql.script(
                connection,
                "DELETE FROM " + Sql.name(index + "_node"),
                "DELETE FROM " + Sql.name(index + "_rowid"),
                "DELETE FROM " + Sql.name(index + "_parent"));
        new PackedTree(connection, index, nodeSize).build(boxes);
    }

    private void build(BoxList boxes) throws SQLException {
        int[] order = HilbertOrder.of(boxes);
        Level level = new Level(boxes.size());
        for (int i = 0; i < order.length; i++) {
            level.ids[i] = boxes.id(order[i]);
            for (int side = 0; side < 4; side++) {
                level.sides[4 * i + side] = boxes.side(order[i], side);
            }
        }
        int depth = 0;
        try (PreparedStatement nodes = insert("_node");
                PreparedStatement parents = insert("_parent")) {
            boolean leaves = true;
            while (level.size > (nodeSize - 4) / CELL) {
                Level above = nodes(level, nodes, leaves ? null : parents);
                if (leaves) {
                    rowids(boxes, order, level);
                }
                leaves = false;
                level = above;
                depth++;
            }
            node(nodes, ROOT, depth, level, 0, level.size);
            Arrays.fill(level.nodes, ROOT);
            if (leaves) {
                rowids(boxes, order, level);
            } else {
                link(parents, level);
            }
            nodes.executeBatch();
            parents.executeBatch();
        }
    }

    /** Packs a level into nodes; the boxes of those are the level above. */
    private Level nodes(Level level, PreparedStatement nodes, PreparedStatement parents) throws SQLException {
        int count = (level.size + fill - 1) / fill;
        Level above = new Level(count);
        for (int k = 0; k < count; k++) {
            // even shares: no node is left nearly empty
            int from = (int) ((long) level.size * k / count);
            int to = (int) ((long) level.size * (k + 1) / count);
            long number = nextNode++;
            node(nodes, number, 0, level, from, to);
            above.ids[k] = number;
            level.join(from, to, above.sides, 4 * k);
            Arrays.fill(level.nodes, from, to, number);
        }
        if (parents != null) {
            link(parents, level);
        }
        return above;
    }

    private static void link(PreparedStatement parents, Level level) throws SQLException {
        for (int i = 0; i < level.size; i++) {
            parents.setLong(1, level.ids[i]);
            parents.setLong(2, level.nodes[i]);
            parents.addBatch();
        }
        parents.executeBatch();
    }

    /** In the order in which the boxes came: mostly that of the keys, which SQLite takes soonest. */
    private void rowids(BoxList boxes, int[] order, Level leaves) throws SQLException {
        long[] nodes = new long[leaves.size];
        for (int i = 0; i < order.length; i++) {
            nodes[order[i]] = leaves.nodes[i];
        }
        try (RowsInsert insert = new RowsInsert(connection, sql("_rowid"))) {
            List<Object[]> rows = new ArrayList<>(BATCH);
            for (int i = 0; i < nodes.length; i++) {
                rows.add(new Object[] {boxes.id(i), nodes[i]});
                if (rows.size() == BATCH) {
                    insert.add(rows);
                    rows.clear();
                }
            }
            insert.add(rows);
        }
    }

    private void node(PreparedStatement nodes, long number, int depth, Level level, int from, int to)
            throws SQLException {
        ByteBuffer data = ByteBuffer.allocate(nodeSize);
        data.putShort((short) depth).putShort((short) (to - from));
        for (int i = from; i < to; i++) {
            data.putLong(level.ids[i]);
            for (int side = 0; side < 4; side++) {
                data.putFloat(level.sides[4 * i + side]);
            }
        }
        nodes.setLong(1, number);
        nodes.setBytes(2, data.array());
        nodes.addBatch();
        if (number % 500 == 0) {
            nodes.executeBatch();
        }
    }

    private PreparedStatement insert(String table) throws SQLException {
        return connection.prepareStatement(sql(table));
    }

    private String sql(String table) {
        String columns = table.equals("_parent")
                ? "nodeno, parentnode"
                : table.equals("_node") ? "nodeno, data" : "rowid, nodeno";
        return "INSERT INTO " + Sql.name(name + table) + " (" + columns + ") VALUES (?, ?)";
    }

    /** The box of all cells of a node; null where it has none or is damaged. */
    static Envelope boxOf(byte[] node) {
        ByteBuffer data = ByteBuffer.wrap(node);
        int cells = node.length < 4 ? 0 : data.getShort(2);
        if (cells <= 0 || 4 + cells * CELL > node.length) {
            return null;
        }
        Envelope result = new Envelope();
        for (int i = 0; i < cells; i++) {
            int at = 4 + i * CELL + 8;
            result.expandToInclude(data.getFloat(at), data.getFloat(at + 8));
            result.expandToInclude(data.getFloat(at + 4), data.getFloat(at + 12));
        }
        return result;
    }

    /** One level of the tree: ids (rows or nodes), their boxes, and the node each one has been put into. */
    private static final class Level {
        final int size;
        final long[] ids;
        final long[] nodes;
        final float[] sides;

        Level(int size) {
            this.size = size;
            this.ids = new long[size];
            this.nodes = new long[size];
            this.sides = new float[4 * size];
        }

        void join(int from, int to, float[] into, int at) {
            System.arraycopy(sides, 4 * from, into, at, 4);
            for (int i = from + 1; i < to; i++) {
                into[at] = Math.min(into[at], sides[4 * i]);
                into[at + 1] = Math.max(into[at + 1], sides[4 * i + 1]);
                into[at + 2] = Math.min(into[at + 2], sides[4 * i + 2]);
                into[at + 3] = Math.max(into[at + 3], sides[4 * i + 3]);
            }
        }
    }
}
