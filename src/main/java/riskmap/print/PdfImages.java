package riskmap.print;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * The images of a PDF page, without loss: in colours of the screen, or in four inks or one, with the opacity beside. They are
 * deflated while the page is painted on, and are whole when this is closed.
 */
final class PdfImages {
    /** PNG's filter of differences to the pixel above; PDF names the use of PNG filters 15. */
    private static final byte UP = 2;

    private static final int PNG_FILTERS = 15;
    /** Streams of samples under way at once, so that memory stays bounded. */
    private static final int MOST_OPEN = 4;

    private final PDDocument document;
    private final InkPalette palette;
    private final Queue<Samples> open = new ArrayDeque<>();

    PdfImages(PDDocument document, InkPalette palette) {
        this.document = document;
        this.palette = palette;
    }

    PDImageXObject add(BufferedImage image) throws IOException {
        int width = image.getWidth();
        Samples colours = new Samples(image, space());
        Samples opacity = image.getColorModel().hasAlpha() ? new Samples(image, PDDeviceGray.INSTANCE) : null;
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            pixels(image, y, row);
            samples(row, colours.row());
            colours.write();
            if (opacity != null) {
                byte[] alpha = opacity.row();
                for (int x = 0; x < width; x++) {
                    alpha[x] = (byte) (row[x] >>> 24);
                }
                opacity.write();
            }
        }
        if (opacity != null) {
            colours.image.getCOSObject().setItem(COSName.SMASK, opacity.image);
        }
        end(MOST_OPEN);
        return colours.image;
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
            open.remove().stream.close();
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

    /** The samples of one image, row by row; each goes to the file as its difference to the one above. */
    private final class Samples {
        private final PDImageXObject image;
        private final DeflatedBlocks stream;
        private final byte[] filtered;
        private byte[] row;
        private byte[] above;

        Samples(BufferedImage source, PDColorSpace space) throws IOException {
            COSStream target = document.getDocument().createCOSStream();
            int channels = space.getNumberOfComponents();
            target.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            COSDictionary parameters = new COSDictionary();
            parameters.setInt(COSName.PREDICTOR, PNG_FILTERS);
            parameters.setInt(COSName.COLORS, channels);
            parameters.setInt(COSName.COLUMNS, source.getWidth());
            target.setItem(COSName.DECODE_PARMS, parameters);
            image = new PDImageXObject(new PDStream(target), null);
            image.setWidth(source.getWidth());
            image.setHeight(source.getHeight());
            image.setBitsPerComponent(8);
            image.setColorSpace(space);
            stream = new DeflatedBlocks(target.createRawOutputStream(), DeflatedBlocks.OF_SAMPLES);
            row = new byte[channels * source.getWidth()];
            above = new byte[row.length];
            filtered = new byte[row.length + 1];
            filtered[0] = UP;
            open.add(this);
        }

        byte[] row() {
            return row;
        }

        void write() throws IOException {
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
