package riskmap.app.demo;

import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Risk points of the enterprises with hazardous substances: some scored by LEC, some by the risk matrix. */
final class RiskPoints {
    /** Name, accident, usual likelihood, exposure and consequence on the scales of LEC. */
    private record Kind(String name, String accident, double likelihood, double exposure, double consequence) {}

    private static final Kind[] KINDS = {
        new Kind("储存区", "fire", 1, 6, 40),
        new Kind("装卸作业", "explosion", 1, 3, 15),
        new Kind("配电室", "electric", 1, 6, 15),
        new Kind("厂内叉车", "vehicle", 3, 6, 3),
        new Kind("动火检修", "explosion", 1, 2, 15),
        new Kind("有限空间清理", "poisoning", 1, 1, 40)
    };

    private static final double[] LIKELIHOODS = {0.5, 1, 3};

    private final Scene scene;

    RiskPoints(Scene scene) {
        this.scene = scene;
    }

    SimpleFeatureCollection at(SimpleFeatureCollection sites) {
        LayerBuilder layer = new LayerBuilder(scene, "risk_point");
        try (SimpleFeatureIterator features = sites.features()) {
            for (int number = 0; features.hasNext(); number++) {
                SimpleFeature site = features.next();
                Coordinate place = ((Geometry) site.getDefaultGeometry()).getCoordinate();
                int count = 3 + (int) (scene.uniform(number, 580) * (KINDS.length - 2));
                for (int k = 0; k < count; k++) {
                    add(layer, (String) site.getAttribute("name"), place, number, k);
                }
            }
        }
        return layer.collection();
    }

    private void add(LayerBuilder layer, String enterprise, Coordinate place, int number, int k) {
        Kind kind = KINDS[k];
        long key = number * 10L + k;
        layer.add(new Coordinate(place.x + 6 * (k % 3 - 1), place.y + 6 * (k / 3)))
                .set("enterprise", enterprise)
                .set("name", kind.name)
                .set("accident", kind.accident)
                .set("control", "巡检、联锁、培训（演示）")
                .set("responsible", scene.names.person((int) key + 2000));
        boolean matrix = k == 3 || scene.uniform(key, 581) < 0.25;
        if (matrix) {
            layer.set("matrix_likelihood", 1 + (int) (scene.uniform(key, 582) * 4))
                    .set("matrix_severity", 1 + (int) (scene.uniform(key, 583) * 4));
        } else {
            double shift = scene.uniform(key, 584);
            double likelihood = shift < 0.5 ? kind.likelihood : LIKELIHOODS[(int) (scene.uniform(key, 585) * 3)];
            layer.set("lec_likelihood", likelihood)
                    .set("lec_exposure", kind.exposure)
                    .set("lec_consequence", kind.consequence);
        }
    }
}
