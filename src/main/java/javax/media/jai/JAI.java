package javax.media.jai;

/**
 * Stands before the class of this name in GeoTools' jar and has nothing in it. GeoTools' logging looks for it at every
 * start, so as to receive the messages of Java Advanced Imaging, and does without where it cannot: the library, of which
 * this program uses nothing, would load 120 classes that no archive of classes takes, a fifth of the time of a command.
 */
public final class JAI {
    private JAI() {}
}
