package riskmap.io.dxf;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import riskmap.base.RiskMapException;

/** Makes shapes of entities: curves as lines, texts as points, blocks as what is in them, each where it is inserted. */
final class DxfShapes {
    private static final int DEEPEST = 12;
    /** Shapes that all insertions together may come to; blocks in blocks can multiply without bound. */
    private static final long MOST = 5_000_000;

    private static final Set<String> WITHOUT_SHAPE = Set.of("VIEWPORT", "ATTDEF", "ENDBLK", "SEQEND");
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Path file;
    private final Map<String, DxfBlock> blocks;
    private final Map<String, Long> notRead;
    private long inserted;

    DxfShapes(Path file, Map<String, DxfBlock> blocks, Map<String, Long> notRead) {
        this.file = file;
        this.blocks = blocks;
        this.notRead = notRead;
    }

    void of(DxfEntity entity, Consumer<DxfShape> out) {
        of(entity, new AffineTransformation(), "", "0", 0, out);
    }

    private void of(
            DxfEntity entity,
            AffineTransformation placing,
            String block,
            String blockLayer,
            int depth,
            Consumer<DxfShape> out) {
        // on layer 0 of a block an entity lies on the layer the block is inserted on
        String layer = depth > 0 && entity.layer.equals("0") ? blockLayer : entity.layer;
        if (entity.type.equals("INSERT")) {
            insert(entity, placing, layer, depth, out);
            return;
        }
        if (WITHOUT_SHAPE.contains(entity.type)) {
            return;
        }
        Geometry geometry = DxfCurves.geometry(entity, FACTORY);
        if (geometry == null) {
            notRead.merge(entity.type, 1L, Long::sum);
            return;
        }
        if (entity.extrusionZ < 0) {
            // drawn seen from below: x runs the other way
            geometry = AffineTransformation.scaleInstance(-1, 1).transform(geometry);
        }
        boolean text = DxfText.isText(entity.type);
        DxfShape.Kind kind = text
                ? DxfShape.Kind.TEXTS
                : geometry.getDimension() == 0
                        ? DxfShape.Kind.POINTS
                        : geometry.getDimension() == 1 ? DxfShape.Kind.LINES : DxfShape.Kind.POLYGONS;
        out.accept(new DxfShape(
                kind,
                placing.isIdentity() ? geometry : placing.transform(geometry),
                entity.type,
                layer,
                entity.color,
                entity.handle,
                block,
                text ? DxfText.plain(entity.text.toString()) : "",
                text ? entity.sizes[0] : 0));
    }

    private void insert(
            DxfEntity entity, AffineTransformation placing, String layer, int depth, Consumer<DxfShape> out) {
        DxfBlock block = blocks.get(entity.name);
        if (entity.positions.isEmpty() || block == null || depth >= DEEPEST) {
            notRead.merge("INSERT", 1L, Long::sum);
            return;
        }
        double[] at = entity.positions.get(0);
        // a symbol is a point of the map, whatever it is drawn of
        if (depth == 0) {
            Geometry point = FACTORY.createPoint(new Coordinate(at[0], at[1]));
            out.accept(new DxfShape(
                    DxfShape.Kind.POINTS,
                    placing.transform(point),
                    "INSERT",
                    layer,
                    entity.color,
                    entity.handle,
                    entity.name,
                    "",
                    0));
        }
        double scaleX = entity.sizes[1] == 0 ? 1 : entity.sizes[1];
        double scaleY = entity.sizes[2] == 0 ? 1 : entity.sizes[2];
        for (int row = 0; row < entity.rows; row++) {
            for (int column = 0; column < entity.columns; column++) {
                AffineTransformation here = new AffineTransformation();
                here.translate(-block.x(), -block.y()).scale(scaleX, scaleY);
                here.translate(column * entity.sizes[4], row * entity.sizes[5]);
                here.rotate(Math.toRadians(entity.startAngle)).translate(at[0], at[1]);
                here.compose(placing);
                contents(block, here, layer, depth, out);
            }
        }
    }

    private void contents(DxfBlock block, AffineTransformation here, String layer, int depth, Consumer<DxfShape> out) {
        List<DxfEntity> contents = block.contents();
        for (DxfEntity inner : contents) {
            if (++inserted > MOST) {
                throw RiskMapException.of("io.dxf-too-large", file, Long.toString(MOST));
            }
            of(inner, here, block.name(), layer, depth + 1, out);
        }
    }
}
