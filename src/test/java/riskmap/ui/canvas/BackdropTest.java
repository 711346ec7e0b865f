package riskmap.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import riskmap.ui.Fx;

/** The map under the newest picture of it looks as though all of it lay there. */
class BackdropTest {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 80;

    @BeforeAll
    static void screen() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "no screen");
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aDraggedMapShowsTheBackdropWhereItsPictureDoesNotReach() throws Exception {
        View view = view(0, 0, 4, 0);
        for (int[] by : new int[][] {{0, 0}, {13, 0}, {-13, 7}, {0, -21}, {40, 50}, {-300, 0}, {5, 200}}) {
            shownAsAWhole(view, view(33, -20, 16, 0), view.movedBy(by[0], by[1]));
        }
    }

    @Test
    void aZoomedMapShowsTheBackdropOnAllSides() throws Exception {
        View view = view(0, 0, 4, 0);
        for (double factor : new double[] {0.5, 0.9, 1.25, 3}) {
            shownAsAWhole(view, view(10, 10, 8, 0), view.magnified(factor, 50, 30));
        }
    }

    @Test
    void aTurnedMapShowsTheWholeBackdrop() throws Exception {
        View view = view(0, 0, 4, 30);
        shownAsAWhole(view, view(0, 0, 8, 0), view);
        shownAsAWhole(view, view(0, 0, 8, 30), view.movedBy(17, 9));
        shownAsAWhole(view, view(0, 0, 8, 30), view.turned(50, 60, 40));
    }

    @Test
    void whereTheBackdropIsThePictureItselfNothingIsAdded() throws Exception {
        View view = view(0, 0, 4, 0);
        shownAsAWhole(view, view, view.movedBy(-9, 9));
    }

    /** In a dark window white paper without a map on it was a flash at every start. */
    @Test
    void paperIsLaidOnlyWhenAPictureWasThere() throws Exception {
        View view = view(0, 0, 4, 0);
        Color[] colours = Fx.onWindowThread(() -> {
            Backdrop below = new Backdrop();
            Picture above = new Picture();
            below.follow(view, above);
            Color before = corner(below, above);
            above.show(frame(view, 1));
            below.follow(view.movedBy(20, 20), above);
            above.show(null);
            below.follow(view, above);
            return new Color[] {before, corner(below, above)};
        });
        assertThat(colours).containsExactly(Color.BLACK, Color.WHITE);
    }

    private static Color corner(Node below, Node above) {
        Scene scene = new Scene(new Group(below, above), WIDTH, HEIGHT, Color.BLACK);
        return scene.snapshot(null).getPixelReader().getColor(3, 3);
    }

    private static View view(double x, double y, double unitsPerPixel, double rotation) {
        return new View(x, y, unitsPerPixel, WIDTH, HEIGHT, rotation);
    }

    private static void shownAsAWhole(View newest, View wide, View now) throws Exception {
        Frame over = frame(newest, 1);
        Frame under = frame(wide, 2);
        int[] expected = Fx.onWindowThread(() -> {
            Picture below = new Picture();
            below.show(under);
            below.follow(now);
            return pixels(below, picture(over, now));
        });
        int[] actual = Fx.onWindowThread(() -> {
            Backdrop below = new Backdrop();
            Picture above = picture(over, now);
            below.show(under);
            below.follow(now, above);
            return pixels(below, above);
        });
        assertThat(actual).as("%s over %s in %s", newest, wide, now).isEqualTo(expected);
    }

    private static Picture picture(Frame frame, View now) {
        Picture picture = new Picture();
        picture.show(frame);
        picture.follow(now);
        return picture;
    }

    private static int[] pixels(Node below, Node above) {
        Scene scene = new Scene(new Group(below, above), WIDTH, HEIGHT, Color.WHITE);
        WritableImage image = scene.snapshot(null);
        int[] result = new int[WIDTH * HEIGHT];
        image.getPixelReader().getPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), result, 0, WIDTH);
        return result;
    }

    /** A picture in which every pixel has a colour of its own. */
    private static Frame frame(View view, long seed) {
        int[] pixels = new Random(seed)
                .ints(WIDTH * HEIGHT)
                .map(colour -> colour | 0xff000000)
                .toArray();
        return new Frame(view, WIDTH, HEIGHT, pixels);
    }
}
