package riskmap.data.gpkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.geotools.api.data.FeatureWriter;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.data.SimpleFeatureStore;
import org.geotools.api.data.Transaction;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.identity.FeatureId;
import org.geotools.data.DefaultTransaction;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.util.factory.Hints;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import riskmap.base.CancelledException;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

class GeoPackageTransactionTest {
    private static final Geometry SQUARE = Samples.wkt("POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))");

    @TempDir
    Path folder;

    private GeoPackage gpkg;
    private SimpleFeatureType type;

    @BeforeEach
    void open() throws Exception {
        gpkg = Samples.squares(folder.resolve("a.gpkg"), 100);
        type = gpkg.dataStore().getSchema("square");
    }

    @AfterEach
    void close() {
        gpkg.close();
    }

    private SimpleFeatureStore store() throws Exception {
        return (SimpleFeatureStore) gpkg.dataStore().getFeatureSource("square");
    }

    private int count() throws Exception {
        return store().getCount(Query.ALL);
    }

    @Test
    void aTransactionSeesItsOwnChangesAndOthersDoNotUntilItCommits() throws Exception {
        SimpleFeatureStore writing = store();
        try (Transaction transaction = new DefaultTransaction("edit")) {
            writing.setTransaction(transaction);
            List<FeatureId> ids =
                    writing.addFeatures(Samples.collection(Samples.feature(type, SQUARE, 1000, "新", 1.0)));
            assertThat(ids).extracting(FeatureId::getID).containsExactly("square.101");
            writing.modifyFeatures("use", "改", ECQL.toFilter("n < 5"));
            writing.removeFeatures(ECQL.toFilter("n = 50"));
            assertThat(writing.getCount(Query.ALL)).isEqualTo(100);
            assertThat(writing.getCount(new Query("square", ECQL.toFilter("use = '改'"))))
                    .isEqualTo(5);
            assertThat(writing.getCount(new Query("square", ECQL.toFilter("BBOX(geom, 0, 0, 1, 1)"))))
                    .isEqualTo(1);
            assertThat(writing.getBounds().getMinX()).isZero();
            assertThat(count()).isEqualTo(100);
            assertThat(store().getCount(new Query("square", ECQL.toFilter("use = '改'"))))
                    .isZero();
            transaction.commit();
        }
        assertThat(store().getCount(new Query("square", ECQL.toFilter("use = '改'"))))
                .isEqualTo(5);
        assertThat(store().getCount(new Query("square", ECQL.toFilter("n = 50"))))
                .isZero();
        assertThat(gpkg.verify(Progress.silent())).isEmpty();
    }

    @Test
    void afterReadingsThatWereCancelledNobodySeesWhatAnotherHasNotCommitted() throws Exception {
        try (GeoPackage large = Samples.squares(folder.resolve("large.gpkg"), 3000)) {
            SimpleFeatureStore writing = (SimpleFeatureStore) large.dataStore().getFeatureSource("square");
            SimpleFeatureSource reading = large.dataStore().getFeatureSource("square");
            Progress cancelled = Progress.silentUntil(() -> true);
            Query some = new Query("square", ECQL.toFilter("n > 1"));
            assertThatThrownBy(() -> FeatureTable.of(reading, some, cancelled)).isInstanceOf(CancelledException.class);
            assertThatThrownBy(() -> WindowRows.read(reading, new Envelope(0, 1e7, 0, 1e7), cancelled))
                    .isInstanceOf(CancelledException.class);
            try (Transaction transaction = new DefaultTransaction("edit")) {
                writing.setTransaction(transaction);
                writing.removeFeatures(ECQL.toFilter("n < 1000"));
                assertThat(reading.getCount(some)).isEqualTo(2998);
                assertThat(FeatureTable.of(reading, Query.ALL, Progress.silent())
                                .size())
                        .isEqualTo(3000);
                transaction.commit();
            }
            assertThat(reading.getCount(some)).isEqualTo(2000);
        }
    }

    @Test
    void rollbackAndCloseLeaveNothingBehind() throws Exception {
        for (boolean explicit : new boolean[] {true, false}) {
            SimpleFeatureStore writing = store();
            try (Transaction transaction = new DefaultTransaction("edit")) {
                writing.setTransaction(transaction);
                writing.removeFeatures(Filter.INCLUDE);
                assertThat(writing.getCount(Query.ALL)).isZero();
                if (explicit) {
                    transaction.rollback();
                    assertThat(writing.getCount(Query.ALL)).isEqualTo(100);
                }
            }
            assertThat(count()).isEqualTo(100);
        }
        store().removeFeatures(ECQL.toFilter("n < 10"));
        assertThat(count()).isEqualTo(90);
        assertThat(gpkg.verify(Progress.silent())).isEmpty();
    }

    @Test
    void aWriterGoesThroughFeaturesToChangeRemoveAndAdd() throws Exception {
        try (FeatureWriter<SimpleFeatureType, SimpleFeature> writer =
                gpkg.dataStore().getFeatureWriter("square", ECQL.toFilter("n < 20"), Transaction.AUTO_COMMIT)) {
            while (writer.hasNext()) {
                SimpleFeature feature = writer.next();
                int n = (Integer) feature.getAttribute("n");
                if (n % 2 == 0) {
                    writer.remove();
                } else {
                    Geometry geometry = (Geometry) feature.getDefaultGeometry();
                    if (geometry != null) {
                        // moved in place: the writer must notice
                        geometry.apply(AffineTransformation.translationInstance(0, -1000));
                    }
                    feature.setAttribute("n", n + 20); // meets the filter no more
                    writer.write();
                }
            }
        }
        assertThat(count()).isEqualTo(90);
        assertThat(store().getCount(new Query("square", ECQL.toFilter("BBOX(geom, 420000, 4140000, 421000, 4140500)"))))
                .isEqualTo(9);
        try (FeatureWriter<SimpleFeatureType, SimpleFeature> writer =
                gpkg.dataStore().getFeatureWriterAppend("square", Transaction.AUTO_COMMIT)) {
            SimpleFeature feature = writer.next();
            feature.setAttribute("n", 77);
            writer.write();
            assertThat(feature.getID()).isEqualTo("square.101");
        }
        assertThat(count()).isEqualTo(91);
        assertThat(gpkg.verify(Progress.silent())).isEmpty();
    }

    @Test
    void theContentsFollowTheExtent() throws Exception {
        store().addFeatures(Samples.collection(Samples.feature(type, SQUARE, 1, null, null)));
        assertThat(contentsMinX()).isZero();
        store().removeFeatures(ECQL.toFilter("BBOX(geom, 0, 0, 1, 1)"));
        assertThat(contentsMinX()).isEqualTo(420000.125);
        store().removeFeatures(Filter.INCLUDE);
        assertThat(contentsMinX()).isNull();
    }

    private Double contentsMinX() {
        return gpkg.dataStore().layers().database().read(connection ->
                (Double) Sql.value(connection, "SELECT min_x FROM gpkg_contents WHERE table_name='square'"));
    }

    @Test
    void aFeatureMayKeepTheIdItBrings() throws Exception {
        SimpleFeature given = org.geotools.feature.simple.SimpleFeatureBuilder.build(
                type, new Object[] {SQUARE, 5, null, null}, "square.4711");
        given.getUserData().put(Hints.USE_PROVIDED_FID, true);
        assertThat(store().addFeatures(Samples.collection(given)))
                .extracting(FeatureId::getID)
                .containsExactly("square.4711");
        assertThat(store().addFeatures(Samples.collection(given)))
                .extracting(FeatureId::getID)
                .containsExactly("square.4712");
    }

    @Test
    void readersGoOnWhileAWriterWorks() throws Exception {
        SimpleFeatureStore writing = store();
        try (var reader = store().getFeatures().features();
                Transaction transaction = new DefaultTransaction("edit")) {
            for (int i = 0; i < 10; i++) {
                reader.next();
            }
            writing.setTransaction(transaction);
            writing.removeFeatures(Filter.INCLUDE);
            transaction.commit();
            assertThat(count()).isZero();
            int seen = 10;
            while (reader.hasNext()) {
                reader.next();
                seen++;
            }
            assertThat(seen).isEqualTo(100);
        }
    }

    @Test
    void aValueThatDoesNotFitIsRefusedAndNothingIsKept() throws Exception {
        SimpleFeature good = Samples.feature(type, SQUARE, 1, null, null);
        SimpleFeature bad = Samples.feature(type, SQUARE, 1, null, null);
        ((org.geotools.feature.simple.SimpleFeatureImpl) bad).setAttribute("n", null);
        SimpleFeatureType loose = Samples.type("square", "geom", Geometry.class, "n", String.class);
        SimpleFeature wrong = Samples.feature(loose, SQUARE, "twelve");
        assertThatThrownBy(() -> store().addFeatures(Samples.collection(good, bad, wrong)))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("twelve");
        assertThat(count()).isEqualTo(100);
    }

    @Test
    void appendingToAFullLayerKeepsTheIndexWhole() throws Exception {
        for (int more : new int[] {30, 500}) {
            SimpleFeature[] features = new SimpleFeature[more];
            for (int i = 0; i < more; i++) {
                Geometry moved =
                        AffineTransformation.translationInstance(i * 3, more).transform(SQUARE);
                features[i] = Samples.feature(type, moved, i, null, null);
            }
            gpkg.append("square", Samples.collection(features), Progress.silent());
        }
        assertThat(count()).isEqualTo(630);
        assertThat(gpkg.verify(Progress.silent())).isEmpty();
        store().removeFeatures(ECQL.toFilter("n < 200"));
        store().addFeatures(Samples.collection(Samples.feature(type, SQUARE, 1, null, null)));
        assertThat(gpkg.verify(Progress.silent())).isEmpty();
    }

    @Test
    void aCancelledAppendLeavesNothingBehind() throws Exception {
        SimpleFeature[] features = new SimpleFeature[1200];
        for (int i = 0; i < features.length; i++) {
            features[i] = Samples.feature(type, SQUARE, i, null, null);
        }
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, riskmap.base.Message step) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> gpkg.append("square", Samples.collection(features), cancelled))
                .isInstanceOf(riskmap.base.CancelledException.class);
        assertThat(count()).isEqualTo(100);
        assertThat(gpkg.verify(Progress.silent())).isEmpty();
    }

    @Test
    void rowsAddedAtOnceInATransactionComeWithTheirIndexOrNotAtAll() throws Exception {
        SimpleFeature[] many = new SimpleFeature[700];
        for (int i = 0; i < many.length; i++) {
            Geometry moved =
                    AffineTransformation.translationInstance(500 + 2 * i, 7).transform(SQUARE);
            many[i] = Samples.feature(type, moved, 2000 + i, "新", 1.0);
        }
        Query there = new Query("square", ECQL.toFilter("BBOX(geom, 500, 6, 520, 9)"));
        for (boolean kept : new boolean[] {false, true}) {
            try (Transaction transaction = new DefaultTransaction("results")) {
                SimpleFeatureStore writing = store();
                writing.setTransaction(transaction);
                writing.removeFeatures(ECQL.toFilter("n < 90"));
                assertThat(gpkg.append(transaction, "square", Samples.collection(many), Progress.silent()))
                        .isEqualTo(700);
                assertThat(writing.getCount(Query.ALL)).isEqualTo(710);
                assertThat(writing.getCount(there)).isEqualTo(11);
                assertThat(count()).isEqualTo(100);
                if (kept) {
                    transaction.commit();
                } else {
                    transaction.rollback();
                }
            }
            assertThat(count()).isEqualTo(kept ? 710 : 100);
            assertThat(store().getCount(there)).isEqualTo(kept ? 11 : 0);
        }
        // the index's triggers are back
        store().addFeatures(Samples.collection(Samples.feature(type, many[0].getDefaultGeometry(), 9999, "后", 1.0)));
        assertThat(store().getCount(there)).isEqualTo(12);
        assertThat(gpkg.layers()).hasSize(1);
        try (GeoPackage again = GeoPackage.open(gpkg.path(), true)) {
            assertThat(again.notices()).isEmpty();
        }
    }
}
