package riskmap.app.rows;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.Photo;

/**
 * A photo as a file brings it: what it is by its content, not by its name, its bytes as they are, and a small picture of
 * it, turned as the camera was held. JPEG, PNG, GIF and BMP.
 *
 * @param name name of the file
 * @param contentType such as {@code image/jpeg}
 * @param data the file's bytes
 * @param thumbnail a JPEG no larger than {@value #THUMBNAIL} pixels each way
 */
record PhotoFile(String name, String contentType, byte[] data, byte[] thumbnail) {
    /** Large enough for a screen at twice the usual scale. */
    private static final int THUMBNAIL = 192;
    /** A picture of more pixels than any camera makes is a trap for memory. */
    private static final long MOST_PIXELS = 250_000_000L;

    private static final Map<String, String> TYPES =
            Map.of("jpeg", "image/jpeg", "png", "image/png", "gif", "image/gif", "bmp", "image/bmp");

    /**
     * Reads a file.
     *
     * @throws RiskMapException when it is too large, or no photo
     */
    static PhotoFile read(Path file) {
        String name = file.getFileName().toString();
        try {
            long size = Files.size(file);
            if (size > Photo.MOST_BYTES) {
                throw RiskMapException.of("app.photo-too-large", name, megabytes(size), megabytes(Photo.MOST_BYTES));
            }
            byte[] data = Files.readAllBytes(file);
            return of(name, data);
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.photo-unreadable", name, String.valueOf(e.getMessage())), e);
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / (1024.0 * 1024.0));
    }

    private static PhotoFile of(String name, byte[] data) throws IOException {
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(data))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw RiskMapException.of("app.photo-not", name);
            }
            ImageReader reader = readers.next();
            try {
                String type = TYPES.get(reader.getFormatName().toLowerCase(Locale.ROOT));
                reader.setInput(in, true, true);
                if (type == null) {
                    throw RiskMapException.of("app.photo-not", name);
                }
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw RiskMapException.of("app.photo-pixels", name, reader.getWidth(0), reader.getHeight(0));
                }
                return new PhotoFile(name, type, data, thumbnail(reader, PhotoTurn.of(data)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new RiskMapException(Message.of("app.photo-damaged", name, String.valueOf(e.getMessage())), e);
        }
    }

    private static byte[] thumbnail(ImageReader reader, int degrees) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        int step = Math.max(1, Math.max(width, height) / (2 * THUMBNAIL));
        ImageReadParam coarse = reader.getDefaultReadParam();
        coarse.setSourceSubsampling(step, step, 0, 0);
        BufferedImage read = reader.read(0, coarse);
        double scale = Math.min(1, (double) THUMBNAIL / Math.max(read.getWidth(), read.getHeight()));
        int w = (int) Math.max(1, Math.round(read.getWidth() * scale));
        int h = (int) Math.max(1, Math.round(read.getHeight() * scale));
        boolean lying = degrees % 180 != 0;
        BufferedImage small = new BufferedImage(lying ? h : w, lying ? w : h, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setBackground(java.awt.Color.WHITE);
        pen.clearRect(0, 0, small.getWidth(), small.getHeight());
        pen.translate(small.getWidth() / 2.0, small.getHeight() / 2.0);
        pen.rotate(Math.toRadians(degrees));
        pen.translate(-w / 2.0, -h / 2.0);
        pen.drawImage(read, 0, 0, w, h, null);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(small, "jpeg", stream);
        }
        return out.toByteArray();
    }
}
