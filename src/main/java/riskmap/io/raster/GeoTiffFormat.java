package riskmap.io.raster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.io.CellEncoding;
import riskmap.io.GridFormat;
import riskmap.io.ImportLog;
import riskmap.io.NewFiles;
import riskmap.io.ReadOptions;
import riskmap.io.SourceFiles;

/**
 * GeoTIFF: the first band of the first image, strips or tiles, whole numbers of 1 to 16, 32 or 64 bits and floats of 32
 * or 64, uncompressed, LZW, Deflate or PackBits, with predictors; BigTIFF too. Place and CRS come from its tags, a world
 * file or a .prj beside it. Numbers become 32-bit floats (24 bits exact). A damaged block is counted and left without
 * data.
 *
 * <p>GeoTools' reader would start Java Advanced Imaging first, which takes longer than reading a small file.
 *
 * <p><b>Source:</b> TIFF 6.0; OGC 19-008r4 GeoTIFF 1.1; GDAL's no-data tag 42113.
 */
public final class GeoTiffFormat implements GridFormat {
    @Override
    public String id() {
        return "geotiff";
    }

    @Override
    public List<String> extensions() {
        return List.of("tif", "tiff");
    }

    @Override
    public boolean reads(Path file) {
        byte[] head = SourceFiles.head(file, 4);
        if (head.length < 4) {
            return false;
        }
        boolean little = head[0] == 'I' && head[1] == 'I' && (head[2] == 42 || head[2] == 43) && head[3] == 0;
        boolean big = head[0] == 'M' && head[1] == 'M' && head[2] == 0 && (head[3] == 42 || head[3] == 43);
        return little || big;
    }

    @Override
    public Grid read(Path file, ReadOptions options, ImportLog log, Progress progress) {
        check(file);
        try {
            return new GeoTiffReader(file, options, log).read(progress);
        } catch (IOException | ArithmeticException e) {
            throw damaged(file, e);
        }
    }

    @Override
    public GridGeometry lattice(Path file, ReadOptions options, ImportLog log, Progress progress) {
        check(file);
        try {
            return new GeoTiffReader(file, options, log).lattice();
        } catch (IOException | ArithmeticException e) {
            throw damaged(file, e);
        }
    }

    @Override
    public Optional<CellEncoding> encoding(Path file) {
        check(file);
        try {
            return GeoTiffReader.encoding(file);
        } catch (IOException | ArithmeticException e) {
            throw damaged(file, e);
        }
    }

    private void check(Path file) {
        SourceFiles.check(file);
        if (!reads(file)) {
            throw RiskMapException.of("io.not-that-format", file, title());
        }
    }

    private static RiskMapException damaged(Path file, Exception e) {
        return new RiskMapException(Message.of("io.tiff-damaged", file, String.valueOf(e.getMessage())), e);
    }

    @Override
    public void write(Path file, Grid grid, Progress progress) {
        write(file, grid, null, progress);
    }

    @Override
    public void write(Path file, Grid grid, CellEncoding encoding, Progress progress) {
        try (NewFiles files = new NewFiles(file)) {
            new GeoTiffWriter(grid, encoding)
                    .write(files.path(file.getFileName().toString()), progress);
            files.finish();
        } catch (IOException e) {
            throw SourceFiles.unwritable(file, e);
        }
    }
}
