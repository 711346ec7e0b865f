package riskmap.print;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDIndexed;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * The images of a PDF page, without loss: in colours of the screen, or in four inks or one, with the opacity beside. One of
 * few colours, as most layers of a map are, holds a table of them and the number of one for each pixel: half the size, and
 * less than half to deflate. They are written and deflated by other threads while the page is painted on, and are whole when this is closed.
 */
final class PdfImages {
    /** PNG's filter of differences to the pixel above; PDF names the use of PNG filters 15. */
    private static final byte UP = 2;

    /** Runs of one colour, numbers of colours, and opacities of lines and edges come out a quarter smaller as they are. */
    private static final byte NO_FILTER = 0;

    private static final int PNG_FILTERS = 15;
    /** Images under way at once, so that memory stays bounded. */
    private static final int MOST_OPEN = 2;

    private final PDDocument document;
    private final InkPalette palette;
    private final Queue<Future<Void>> open = new ArrayDeque<>();

    PdfImages(PDDocument document, InkPalette palette) {
        this.document = document;
        this.palette = palette;
    }

    /** An image that is whole when this is closed; it must not be painted on any more. */
    PDImageXObject add(BufferedImage image) throws IOException {
        Samples opacity = image.getColorModel().hasAlpha() ? new Samples() : null;
        Samples colours = new Samples();
        open.add(ForkJoinPool.commonPool().submit(() -> write(image, colours, opacity)));
        end(MOST_OPEN);
        return colours.image;
    }

    private Void write(BufferedImage image, Samples colours, Samples opacity) throws IOException {
        if (opacity != null) {
            opacity.begin(image, PDDeviceGray.INSTANCE, NO_FILTER);
        }
        ColourTable table = new ColourTable();
        byte[][] numbers = numbers(image, table, opacity);
        // a grey is one byte anyway
        if (numbers != null && palette != InkPalette.BLACK) {
            colours.begin(image, indexed(table.colours()), NO_FILTER);
            for (byte[] line : numbers) {
                System.arraycopy(line, 0, colours.row(), 0, line.length);
                colours.write();
            }
        } else {
            colours.begin(image, space(), table.isOfRuns() ? NO_FILTER : UP);
            int[] row = new int[image.getWidth()];
            for (int y = 0; y < image.getHeight(); y++) {
                pixels(image, y, row);
                samples(row, colours.row());
                colours.write();
            }
        }
        if (opacity != null) {
            colours.image.getCOSObject().setItem(COSName.SMASK, opacity.image);
            opacity.stream.close();
        }
        colours.stream.close();
        return null;
    }

    /** Writes the opacity; the numbers of all colours, null where they are too many for that. */
    private static byte[][] numbers(BufferedImage image, ColourTable table, Samples opacity) throws IOException {
        byte[][] numbers = new byte[image.getHeight()][];
        int[] row = new int[image.getWidth()];
        boolean few = true;
        for (int y = 0; y < numbers.length && (few || opacity != null); y++) {
            pixels(image, y, row);
            if (opacity != null) {
                byte[] alpha = opacity.row();
                for (int x = 0; x < row.length; x++) {
                    alpha[x] = (byte) (row[x] >>> 24);
                }
                opacity.write();
            }
            if (few) {
                numbers[y] = new byte[row.length];
                few = table.number(row, numbers[y]);
            }
        }
        return few ? numbers : null;
    }

    /** Numbers of colours 0xRRGGBB, written in the inks of the page. */
    private PDColorSpace indexed(int... colours) throws IOException {
        byte[] inks = new byte[space().getNumberOfComponents() * colours.length];
        samples(colours, inks);
        COSArray array = new COSArray();
        array.add(COSName.INDEXED);
        array.add(space().getCOSObject());
        array.add(COSInteger.get(colours.length - 1L));
        array.add(new COSString(inks));
        return new PDIndexed(array, null);
    }

    private PDColorSpace space() {
        return switch (palette) {
            case SCREEN -> PDDeviceRGB.INSTANCE;
            case CMYK -> PDDeviceCMYK.INSTANCE;
            case BLACK -> PDDeviceGray.INSTANCE;
        };
    }

    private void samples(int[] row, byte[] samples) {
        for (int x = 0; x < row.length; x++) {
            switch (palette) {
                case SCREEN -> {
                    samples[3 * x] = (byte) (row[x] >> 16);
                    samples[3 * x + 1] = (byte) (row[x] >> 8);
                    samples[3 * x + 2] = (byte) row[x];
                }
                case CMYK -> {
                    double[] shares = InkPalette.inks(row[x]);
                    for (int i = 0; i < 4; i++) {
                        samples[4 * x + i] = (byte) Math.round(255 * shares[i]);
                    }
                }
                case BLACK -> samples[x] = (byte) palette.seen(row[x]);
            }
        }
    }

    /** Waits until all images are whole. */
    void close() {
        try {
            end(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end(int left) throws IOException {
        while (open.size() > left) {
            try {
                open.remove().get();
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
    }

    /**
     * A row of pixels 0xAARRGGBB, not premultiplied. Of the colours that look the same under an opacity, the one of the
     * pixel above or to the left is taken: edges and clear parts then hold no colours of their own to be stored.
     *
     * @param row holds the row above, and is filled
     */
    private static void pixels(BufferedImage image, int y, int[] row) {
        if (image.getType() != BufferedImage.TYPE_INT_ARGB_PRE
                || image.getRaster().getParent() != null) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            return;
        }
        int[] all = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int left = 0;
        for (int x = 0; x < row.length; x++) {
            int pixel = all[y * row.length + x];
            int alpha = pixel >>> 24;
            if (alpha == 255) {
                left = pixel;
            } else if (looksLike(pixel, alpha, row[x])) {
                left = alpha << 24 | row[x] & 0xffffff;
            } else if (looksLike(pixel, alpha, left)) {
                left = alpha << 24 | left & 0xffffff;
            } else {
                left = plain(pixel, alpha);
            }
            row[x] = left;
        }
    }

    /** Whether a colour with an opacity is, premultiplied, a pixel. */
    private static boolean looksLike(int pixel, int alpha, int colour) {
        return alpha == 0
                || isShade(pixel & 255, alpha, colour & 255)
                        && isShade(pixel >> 8 & 255, alpha, colour >> 8 & 255)
                        && isShade(pixel >> 16 & 255, alpha, colour >> 16 & 255);
    }

    private static boolean isShade(int premultiplied, int alpha, int colour) {
        // within half a step, all times 255
        return Math.abs(2 * (colour * alpha - 255 * premultiplied)) <= 255;
    }

    private static int plain(int pixel, int alpha) {
        int result = alpha << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            result |= Math.min(255, ((pixel >> shift & 255) * 255 + alpha / 2) / alpha) << shift;
        }
        return result;
    }

    /** The samples of one image, row by row; with a filter each goes to the file as its difference to the one above. */
    private final class Samples {
        private final PDImageXObject image;
        private final COSStream target;
        private final DeflatedBlocks stream;
        private byte filter;
        private byte[] filtered;
        private byte[] row;
        private byte[] above;

        Samples() throws IOException {
            target = document.getDocument().createCOSStream();
            image = new PDImageXObject(new PDStream(target), null);
            stream = new DeflatedBlocks(target.createRawOutputStream(), DeflatedBlocks.OF_SAMPLES);
        }

        void begin(BufferedImage source, PDColorSpace space, byte wanted) {
            filter = wanted;
            int channels = space.getNumberOfComponents();
            target.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            row = new byte[channels * source.getWidth()];
            if (filter != NO_FILTER) {
                COSDictionary parameters = new COSDictionary();
                parameters.setInt(COSName.PREDICTOR, PNG_FILTERS);
                parameters.setInt(COSName.COLORS, channels);
                parameters.setInt(COSName.COLUMNS, source.getWidth());
                target.setItem(COSName.DECODE_PARMS, parameters);
                above = new byte[row.length];
                filtered = new byte[row.length + 1];
                filtered[0] = filter;
            }
            image.setWidth(source.getWidth());
            image.setHeight(source.getHeight());
            image.setBitsPerComponent(8);
            image.setColorSpace(space);
        }

        byte[] row() {
            return row;
        }

        void write() throws IOException {
            if (filter == NO_FILTER) {
                stream.write(row);
                return;
            }
            for (int i = 0; i < row.length; i++) {
                filtered[i + 1] = (byte) (row[i] - above[i]);
            }
            stream.write(filtered);
            byte[] swap = above;
            above = row;
            row = swap;
        }
    }
}
