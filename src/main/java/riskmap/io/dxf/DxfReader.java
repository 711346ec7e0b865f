package riskmap.io.dxf;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import riskmap.base.RiskMapException;
import riskmap.io.ReadOptions;

/** Reads a drawing entity by entity; its blocks are kept, to be inserted where the drawing says. */
final class DxfReader implements Closeable {
    /** Entities of all blocks together; they are the part of a drawing that is in memory. */
    private static final int MOST_IN_BLOCKS = 2_000_000;

    private final Path file;
    private final DxfTags tags;
    private final Map<String, DxfBlock> blocks = new HashMap<>();
    private final Map<String, Long> notRead = new TreeMap<>();
    private final Deque<DxfShape> ready = new ArrayDeque<>();
    private final DxfShapes shapes;
    private String section = "";
    private boolean pending;
    private boolean ended;
    private int inBlocks;

    DxfReader(Path file, ReadOptions options) throws IOException {
        this.file = file;
        tags = new DxfTags(file, options.encoding());
        shapes = new DxfShapes(file, blocks, notRead);
    }

    /** The next shape, or null after the last. */
    DxfShape next() throws IOException {
        while (ready.isEmpty() && advance()) {
            if (section.equals("ENTITIES")) {
                DxfEntity entity = entity();
                if (entity != null) {
                    shapes.of(entity, ready::add);
                }
            } else if (section.equals("BLOCKS") && tags.value().equals("BLOCK")) {
                block();
            }
        }
        return ready.poll();
    }

    /** How many entities of each type are in the drawing that are not read. */
    Map<String, Long> notRead() {
        return notRead;
    }

    /** Whether the file ends before the drawing does. */
    boolean cutOff() {
        return !ended;
    }

    long line() {
        return tags.line();
    }

    /** Goes to the next tag 0 within a section; false at the end. */
    private boolean advance() throws IOException {
        while (pending || tags.next()) {
            pending = false;
            if (tags.code() != 0) {
                continue;
            }
            switch (tags.value()) {
                case "SECTION" -> {
                    if (tags.next() && tags.code() == 2) {
                        section = tags.value();
                    }
                }
                case "ENDSEC" -> section = "";
                case "EOF" -> {
                    ended = true;
                    return false;
                }
                default -> {
                    if (!section.isEmpty()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The entity whose tag 0 has just come, with the vertices or attributes that follow it; null for a mere end. */
    private DxfEntity entity() throws IOException {
        String type = tags.value();
        DxfEntity entity = new DxfEntity(type);
        tags(entity);
        if (type.equals("POLYLINE")) {
            entity.positions.clear();
            entity.bulges.clear();
            followers(entity);
        } else if (type.equals("SEQEND")) {
            return null;
        }
        return entity;
    }

    private void tags(DxfEntity entity) throws IOException {
        // what belongs to dictionaries and reactors stands in braces, with codes that mean something else
        boolean braces = false;
        while (tags.next()) {
            if (tags.code() == 0) {
                pending = true;
                return;
            }
            if (tags.code() == 102) {
                braces = tags.value().startsWith("{");
            } else if (!braces && tags.code() < 1000) {
                entity.take(tags.code(), tags.value(), tags.text());
            }
        }
    }

    /** Vertices of a polyline of the old kind, each an entity, until SEQEND. */
    private void followers(DxfEntity polyline) throws IOException {
        while (pending && tags.code() == 0 && tags.value().equals("VERTEX")) {
            pending = false;
            DxfEntity vertex = new DxfEntity("VERTEX");
            tags(vertex);
            // 16: a control point of a spline, which is not on the line
            if (!vertex.positions.isEmpty() && (vertex.flags & 16) == 0) {
                polyline.positions.add(vertex.positions.get(0));
                polyline.bulges.add(vertex.bulges.get(0));
            }
        }
        if (pending && tags.code() == 0 && tags.value().equals("SEQEND")) {
            pending = false;
            tags(new DxfEntity("SEQEND"));
        }
    }

    private void block() throws IOException {
        DxfEntity head = new DxfEntity("BLOCK");
        tags(head);
        List<DxfEntity> contents = new ArrayList<>();
        while (advance() && !tags.value().equals("ENDBLK")) {
            DxfEntity entity = entity();
            if (entity != null) {
                contents.add(entity);
                if (++inBlocks > MOST_IN_BLOCKS) {
                    throw RiskMapException.of("io.dxf-too-large", file, Integer.toString(MOST_IN_BLOCKS));
                }
            }
        }
        double[] base = head.positions.isEmpty() ? new double[2] : head.positions.get(0);
        blocks.put(head.name, new DxfBlock(head.name, base[0], base[1], contents));
    }

    @Override
    public void close() throws IOException {
        tags.close();
    }
}
