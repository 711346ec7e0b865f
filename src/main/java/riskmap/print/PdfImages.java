package riskmap.print;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Images in a PDF, without loss: in colours of the screen, or in four inks with the opacity beside. */
final class PdfImages {
    private PdfImages() {}

    static PDImageXObject of(PDDocument document, BufferedImage image, InkPalette palette) throws IOException {
        return palette == InkPalette.SCREEN ? LosslessFactory.createFromImage(document, image) : inks(document, image);
    }

    private static PDImageXObject inks(PDDocument document, BufferedImage image) throws IOException {
        int width = image.getWidth();
        int height = image.getHeight();
        boolean clear = image.getColorModel().hasAlpha();
        byte[] inks = new byte[4 * width];
        byte[] alpha = new byte[width];
        int[] row = new int[width];
        ByteArrayOutputStream colours = new ByteArrayOutputStream();
        ByteArrayOutputStream opacity = new ByteArrayOutputStream();
        try (DeflaterOutputStream colour = deflated(colours);
                DeflaterOutputStream mask = deflated(opacity)) {
            for (int y = 0; y < height; y++) {
                image.getRGB(0, y, width, 1, row, 0, width);
                for (int x = 0; x < width; x++) {
                    double[] shares = InkPalette.inks(row[x]);
                    for (int i = 0; i < 4; i++) {
                        inks[4 * x + i] = (byte) Math.round(255 * shares[i]);
                    }
                    alpha[x] = (byte) (row[x] >>> 24);
                }
                colour.write(inks);
                mask.write(alpha);
            }
        }
        PDImageXObject result = image(document, colours, width, height, PDDeviceCMYK.INSTANCE);
        if (clear) {
            result.getCOSObject()
                    .setItem(COSName.SMASK, image(document, opacity, width, height, PDDeviceGray.INSTANCE));
        }
        return result;
    }

    private static DeflaterOutputStream deflated(ByteArrayOutputStream target) {
        return new DeflaterOutputStream(target, new Deflater(6));
    }

    private static PDImageXObject image(
            PDDocument document, ByteArrayOutputStream bytes, int width, int height, PDColorSpace space)
            throws IOException {
        return new PDImageXObject(
                document, new ByteArrayInputStream(bytes.toByteArray()), COSName.FLATE_DECODE, width, height, 8, space);
    }
}
