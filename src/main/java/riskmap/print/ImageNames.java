package riskmap.print;

import java.awt.image.BufferedImage;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.pdfbox.cos.COSName;

/**
 * What the images of a page are called, each one image however often it is painted. None is kept from being tidied up:
 * the tiles of a wall map hold a gigabyte and are painted once.
 */
final class ImageNames {
    private final Map<Key, COSName> names = new HashMap<>();
    private final ReferenceQueue<BufferedImage> gone = new ReferenceQueue<>();

    /** The name of an image; a new one is given its name by a function. */
    COSName of(BufferedImage image, Function<BufferedImage, COSName> naming) {
        for (Reference<?> old = gone.poll(); old != null; old = gone.poll()) {
            names.remove(old);
        }
        Key key = new Key(image, gone);
        COSName known = names.get(key);
        if (known == null) {
            known = naming.apply(image);
            names.put(key, known);
        }
        return known;
    }

    /** An image by what it is, not by what it shows; one that is gone is only equal to itself. */
    private static final class Key extends WeakReference<BufferedImage> {
        private final int hash;

        Key(BufferedImage image, ReferenceQueue<BufferedImage> gone) {
            super(image, gone);
            hash = System.identityHashCode(image);
        }

        @Override
        public boolean equals(Object other) {
            if (this == other) {
                return true;
            }
            BufferedImage image = get();
            return image != null && other instanceof Key key && key.get() == image;
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
