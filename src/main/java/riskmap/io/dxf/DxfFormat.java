package riskmap.io.dxf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import riskmap.base.RiskMapException;
import riskmap.io.FeatureStream;
import riskmap.io.ImportLog;
import riskmap.io.ReadOnlyFormat;
import riskmap.io.ReadOptions;
import riskmap.io.SourceFiles;
import riskmap.io.shapefile.ShapefileFormat;

/**
 * DXF drawings of CAD programs as text; read only. Points and inserted symbols, lines, areas (closed polylines, circles)
 * and texts are a layer each, those that are there; the drawing's layer, colour, block, text and handle are columns.
 * Blocks are inserted with their contents; arcs and bulges become lines within a thousandth of their radius. Entities of
 * other types are counted. A drawing says no CRS: the user does.
 *
 * <p><b>Source:</b> Autodesk DXF reference, AC1009 to AC1032.
 */
public final class DxfFormat implements ReadOnlyFormat {
    private static final int HEAD = 2048;

    @Override
    public String id() {
        return "dxf";
    }

    @Override
    public List<String> extensions() {
        return List.of("dxf");
    }

    @Override
    public boolean reads(Path file) {
        String head = new String(SourceFiles.head(file, HEAD), StandardCharsets.ISO_8859_1);
        if (SourceFiles.extension(file).equals("dwg")) {
            return head.startsWith("AC10");
        }
        String plain = head.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        return head.startsWith("AutoCAD Binary DXF")
                || isNamedLike(file) && (plain.contains("0 SECTION") || plain.startsWith("999"));
    }

    private static void check(Path file) {
        SourceFiles.check(file);
        String head = new String(SourceFiles.head(file, 32), StandardCharsets.ISO_8859_1);
        if (head.startsWith("AutoCAD Binary DXF") || head.startsWith("AC10")) {
            throw RiskMapException.of("io.dxf-binary", file);
        }
    }

    @Override
    public List<String> layers(Path file, ReadOptions options) {
        return scan(file, options).names();
    }

    private static DxfSummary scan(Path file, ReadOptions options) {
        check(file);
        try (DxfReader reader = new DxfReader(file, options)) {
            DxfSummary summary = new DxfSummary();
            for (DxfShape shape = reader.next(); shape != null; shape = reader.next()) {
                summary.add(shape);
            }
            return summary;
        } catch (IOException e) {
            throw SourceFiles.unreadable(file, e);
        }
    }

    @Override
    public FeatureStream read(Path file, String layer, ReadOptions options, ImportLog log) {
        DxfSummary summary = scan(file, options);
        List<String> names = summary.names();
        String wanted = SourceFiles.layer(file, layer, names);
        try {
            return new DxfStream(
                    new DxfReader(file, options),
                    DxfShape.Kind.of(wanted),
                    summary.count(wanted),
                    ShapefileFormat.crs(file, options, log),
                    log);
        } catch (IOException e) {
            throw SourceFiles.unreadable(file, e);
        }
    }
}
