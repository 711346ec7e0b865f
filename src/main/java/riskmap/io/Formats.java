package riskmap.io;

import java.nio.file.Path;
import java.util.List;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;
import riskmap.io.dxf.DxfFormat;
import riskmap.io.geojson.GeoJsonFormat;
import riskmap.io.gml.GmlFormat;
import riskmap.io.gpx.GpxFormat;
import riskmap.io.kml.KmlFormat;
import riskmap.io.raster.AsciiGridFormat;
import riskmap.io.raster.GeoTiffFormat;
import riskmap.io.shapefile.ShapefileFormat;
import riskmap.io.table.CsvFormat;
import riskmap.io.table.XlsxFormat;

/** All formats, in the order in which a file is offered to them. */
public final class Formats {
    private static final List<Format> ALL = List.of(
            new GeoPackageFormat(),
            new ShapefileFormat(),
            new GeoJsonFormat(),
            new CsvFormat(),
            new XlsxFormat(),
            new KmlFormat(),
            new GpxFormat(),
            new GmlFormat(),
            new DxfFormat(),
            new GeoTiffFormat(),
            new AsciiGridFormat());

    private Formats() {}

    public static List<Format> all() {
        return ALL;
    }

    /**
     * The format that reads a file.
     *
     * @throws RiskMapException when the file is missing, unreadable or of no known format
     */
    public static Format reading(Path file) {
        SourceFiles.check(file);
        for (Format format : ALL) {
            if (format.reads(file)) {
                return format;
            }
        }
        for (Format format : ALL) {
            if (format.isNamedLike(file)) {
                throw RiskMapException.of("io.not-that-format", file, format.title());
            }
        }
        throw RiskMapException.of("io.format-unknown", file, extensions());
    }

    /** The format that writes a file of this name. */
    public static Format writing(Path file) {
        for (Format format : ALL) {
            if (format.isNamedLike(file)) {
                if (!format.writes()) {
                    throw RiskMapException.of("io.format-read-only", file, format.title());
                }
                return format;
            }
        }
        throw RiskMapException.of("io.format-unknown", file, extensions());
    }

    private static NameList extensions() {
        return NameList.of(ALL.stream()
                .flatMap(format -> format.extensions().stream())
                .map(extension -> "." + extension)
                .toList());
    }
}
