package riskmap.io.kml;

import java.io.IOException;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.io.FeatureStream;
import riskmap.io.ImportLog;
import riskmap.io.NamedColumns;
import riskmap.io.Place;
import riskmap.io.XmlPull;
import riskmap.io.XmlSource;

/** The second pass over a KML file: the placemarks of one folder as features. */
final class KmlStream extends FeatureStream {
    private final XmlPull xml;
    private final KmlFolders.Folder folder;
    private final KmlFolders.Walk walk;
    private final ImportLog log;
    private final NamedColumns columns;
    private long number;

    KmlStream(XmlSource source, KmlFolders.Folder folder, String name, CoordinateReferenceSystem crs, ImportLog log) {
        this.folder = folder;
        this.log = log;
        columns = new NamedColumns(name, folder.geometryTypes, crs, folder.columns, log);
        xml = source.open();
        walk = new KmlFolders.Walk(xml);
    }

    @Override
    public SimpleFeatureType type() {
        return columns.type();
    }

    @Override
    public SimpleFeature next() throws IOException {
        while (walk.next()) {
            if (walk.isPlacemark() && walk.number() == folder.number) {
                number++;
                log.read(1);
                KmlPlacemark placemark = KmlPlacemark.read(xml, log, place());
                return columns.feature(placemark.geometry(), placemark.values(), number);
            }
            if (walk.isPlacemark()) {
                xml.skip();
            }
        }
        return null;
    }

    @Override
    public double fraction() {
        return folder.placemarks() == 0 ? 1 : (double) number / folder.placemarks();
    }

    @Override
    public Place place() {
        return Place.feature(number);
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
