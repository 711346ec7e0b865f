package riskmap.app.rows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How far a photo must be turned to stand upright, as the camera noted it: orientation 1, 3, 6 or 8 of the Exif block;
 * mirrored ones come from no camera and count as upright.
 *
 * <p><b>Source:</b> Exif 2.32 (CIPA DC-008), tag 0x0112; TIFF 6.0, section 2.
 */
public final class PhotoTurn {
    private static final int ORIENTATION = 0x0112;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private PhotoTurn() {}

    /** Degrees clockwise: 0, 90, 180 or 270. A file without an Exif block, or with a damaged one, is upright. */
    public static int of(byte[] photo) {
        try {
            return degrees(ByteBuffer.wrap(photo));
        } catch (IndexOutOfBoundsException e) {
            return 0;
        }
    }

    private static int degrees(ByteBuffer photo) {
        if ((photo.getShort(0) & 0xFFFF) != 0xFFD8) {
            return 0;
        }
        int at = 2;
        while ((photo.get(at) & 0xFF) == 0xFF && (photo.get(at + 1) & 0xFF) != 0xDA) {
            int length = photo.getShort(at + 2) & 0xFFFF;
            if ((photo.get(at + 1) & 0xFF) == 0xE1 && isExif(photo, at + 4)) {
                return ofOrientation(orientation(photo, at + 4 + EXIF.length));
            }
            at += 2 + length;
        }
        return 0;
    }

    private static boolean isExif(ByteBuffer photo, int at) {
        for (int i = 0; i < EXIF.length; i++) {
            if (photo.get(at + i) != EXIF[i]) {
                return false;
            }
        }
        return true;
    }

    private static int orientation(ByteBuffer photo, int tiff) {
        ByteBuffer block =
                photo.duplicate().order(photo.get(tiff) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff + block.getInt(tiff + 4);
        int entries = block.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((block.getShort(entry) & 0xFFFF) == ORIENTATION) {
                return block.getShort(entry + 8);
            }
        }
        return 1;
    }

    private static int ofOrientation(int orientation) {
        return switch (orientation) {
            case 3 -> 180;
            case 6 -> 90;
            case 8 -> 270;
            default -> 0;
        };
    }
}
