package riskmap.app.demo;

import java.util.ArrayList;
import java.util.List;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;
import riskmap.geo.raster.GridGeometry;

/** Forest on the slopes, fields on the open plains; each cut into stands and plots. */
final class LandCover {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Scene scene;
    private final Ground ground;

    LandCover(Scene scene) {
        this.scene = scene;
        ground = scene.ground;
    }

    List<SimpleFeatureCollection> all() {
        Surface wooded = wooded();
        Surface open = open(wooded);
        return List.of(farmland(open), forest(wooded));
    }

    /** Above 0 where it is steep or high: forest. */
    private Surface wooded() {
        GridGeometry lattice = ground.rivers.relief().geometry();
        Surface result = new Surface(lattice);
        for (int row = 0; row < lattice.height(); row++) {
            for (int column = 0; column < lattice.width(); column++) {
                double x = lattice.x(column);
                double y = lattice.y(row);
                double height = ground.height(x, y);
                double slope = 0;
                for (int k = 0; k < 4; k++) {
                    slope += Math.min(40, ground.slope(x + (k - 1.5) * 60, y + (k % 2 - 0.5) * 120)) / 4;
                }
                double value =
                        (slope - 8.5) / 5 + (height - 75) / 70 + 1.1 * ground.noise.fractal(x / 900, y / 900, 2, 0.5);
                boolean free = !Double.isNaN(height)
                        && ground.coast.inland(x, y) > 60
                        && scene.zoning.isOpen(x, y, 90)
                        && !ground.isWater(new Coordinate(x, y));
                result.values[row * lattice.width() + column] = free ? (float) value : -1;
            }
        }
        return result;
    }

    private Surface open(Surface wooded) {
        GridGeometry lattice = wooded.geometry;
        Surface result = new Surface(lattice);
        for (int row = 0; row < lattice.height(); row++) {
            for (int column = 0; column < lattice.width(); column++) {
                double x = lattice.x(column);
                double y = lattice.y(row);
                int cell = row * lattice.width() + column;
                double value = Math.min(-wooded.values[cell] - 0.25, (8 - ground.slope(x, y)) / 4);
                boolean free = ground.coast.inland(x, y) > 150
                        && scene.zoning.isOpen(x, y, 140)
                        && !ground.isWater(new Coordinate(x, y));
                result.values[cell] = free ? (float) value : -1;
            }
        }
        for (Settlements.Settlement village : scene.settlements.villages()) {
            int reach = scene.small ? 2 : 3;
            for (int dy = -reach; dy <= reach; dy++) {
                for (int dx = -reach; dx <= reach; dx++) {
                    int column = lattice.column(village.place().x) + dx;
                    int row = lattice.row(village.place().y) + dy;
                    if (lattice.contains(column, row) && dx * dx + dy * dy <= reach * reach) {
                        result.values[row * lattice.width() + column] = -1;
                    }
                }
            }
        }
        return result;
    }

    private SimpleFeatureCollection forest(Surface wooded) {
        LayerBuilder layer = new LayerBuilder(scene, "forest_stand");
        for (Piece piece : pieces(wooded, scene.small ? 1500 : 620, 25_000, 1)) {
            int i = layer.size();
            Coordinate centre = piece.centre();
            double height = ground.height(centre);
            double kind = scene.uniform(i, 80) + (Double.isNaN(height) ? 0 : height) / 900;
            String species = kind > 0.52
                    ? "pine"
                    : kind > 0.4 ? "mixed" : kind > 0.26 ? "oak" : kind > 0.13 ? "locust" : "shrub";
            String fuel =
                    switch (species) {
                        case "pine" -> "conifer";
                        case "mixed" -> "mixed";
                        case "shrub" -> "shrub";
                        default -> "broadleaf";
                    };
            double canopy = scene.between(i, 81, fuel.equals("shrub") ? 0.2 : 0.4, 0.9);
            int risk = fuel.equals("conifer")
                    ? canopy > 0.6 ? 4 : 3
                    : fuel.equals("mixed") ? 3 : fuel.equals("shrub") ? 2 : 1;
            String near = scene.settlements.nearest(centre).name();
            layer.add(piece.shape())
                    .set("stand_code", String.format("XB%05d", i + 1))
                    .set("forest_farm", near)
                    .set("tree_species", species)
                    .set("fuel_type", fuel)
                    .set("canopy", canopy, 2)
                    .set("fuel_load_t_ha", canopy * (fuel.equals("conifer") ? 28 : 15), 1)
                    .set("age_years", 8 + (int) (scene.uniform(i, 82) * 52))
                    .set("mean_height_m", fuel.equals("shrub") ? 1.8 : scene.between(i, 83, 4, 14), 1)
                    .set("origin", scene.pick(i, 84, "natural", "planted"))
                    .set("area_ha", piece.shape().getArea() / 1e4, 2)
                    .set("fire_risk_class", risk);
        }
        return layer.collection();
    }

    private SimpleFeatureCollection farmland(Surface open) {
        LayerBuilder layer = new LayerBuilder(scene, "farmland");
        String[] types = {"irrigated", "dry", "dry", "orchard", "greenhouse"};
        String[][] crops = {
            {"wheat_maize"},
            {"wheat_maize", "peanut", "sweet_potato"},
            {"peanut", "wheat_maize"},
            {"apple", "fig", "other"},
            {"vegetable"}
        };
        double[] yields = {13, 9, 5, 32, 60};
        double[] values = {3, 2.4, 2.6, 15, 45};
        for (Piece piece : pieces(open, scene.small ? 1300 : 520, 15_000, 2)) {
            int i = layer.size();
            int type = (int) (scene.uniform(i, 85) * types.length * 0.9999);
            layer.add(piece.shape())
                    .set(
                            "name",
                            scene.settlements.nearest(piece.centre()).name().replaceAll("村$|社区$", "") + "片")
                    .set("type", types[type])
                    .set("crop", scene.pick(i, 86, crops[type]))
                    .set("area_ha", piece.shape().getArea() / 1e4, 2)
                    .set("yield_t_ha", yields[type] * scene.between(i, 87, 0.8, 1.2), 1)
                    .set("value_cny10k_ha", values[type] * scene.between(i, 88, 0.8, 1.2), 1)
                    .set("insured", scene.uniform(i, 89) < 0.6);
        }
        return layer.collection();
    }

    private record Piece(MultiPolygon shape, Coordinate centre) {}

    /** The area above 0 within the district, cut by the Voronoi cells of scattered points. */
    private List<Piece> pieces(Surface field, double spacing, double smallest, long salt) {
        Geometry area = ground.dry(ground.territory.clip(Contours.positive(field, smallest), smallest / 5));
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(area);
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        Envelope frame = ground.plan.frame();
        builder.setClipEnvelope(frame);
        builder.setSites(scattered(frame, spacing, salt));
        Geometry cells = builder.getDiagram(FACTORY);
        List<Piece> result = new ArrayList<>();
        for (int i = 0; i < cells.getNumGeometries(); i++) {
            Geometry cell = cells.getGeometryN(i);
            if (prepared.intersects(cell)) {
                Geometry inside =
                        prepared.contains(cell) ? cell : OverlayNGRobust.overlay(cell, area, OverlayNG.INTERSECTION);
                MultiPolygon shape = LineParts.areas(inside, smallest / 5);
                if (shape.getArea() > smallest) {
                    result.add(new Piece(shape, shape.getInteriorPoint().getCoordinate()));
                }
            }
        }
        return result;
    }

    private List<Coordinate> scattered(Envelope frame, double spacing, long salt) {
        List<Coordinate> points = new ArrayList<>();
        for (int row = 0; row * spacing < frame.getHeight(); row++) {
            for (int column = 0; column * spacing < frame.getWidth(); column++) {
                long key = row * 10_000L + column;
                double x = frame.getMinX() + (column + scene.between(key, 200 + salt, 0.1, 0.9)) * spacing;
                double y = frame.getMinY() + (row + scene.between(key, 300 + salt, 0.1, 0.9)) * spacing;
                if (ground.territory.contains(x, y) || spacing > 1000) {
                    points.add(new Coordinate(x, y));
                }
            }
        }
        return points;
    }
}
