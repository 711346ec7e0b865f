package riskmap.ui.canvas;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import riskmap.ui.look.Pixels;

/**
 * A picture of the map on the screen: the last finished frame, laid where its part of the world is now. While the map
 * moves and the next frame is being drawn, the old one moves and stretches with it.
 */
final class Picture extends ImageView {
    private Frame frame;

    Picture() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /** The frame on the screen, null before the first. */
    Frame frame() {
        return frame;
    }

    void show(Frame next) {
        frame = next;
        if (next == null) {
            setImage(null);
            return;
        }
        // the frame's pixels are never written again, so they need not be copied
        setImage(Pixels.image(next.width(), next.height(), next.pixels()));
    }

    /** Shows the frame of another picture, which costs no second image. */
    void share(Picture other) {
        frame = other.frame;
        setImage(other.getImage());
    }

    /** Where the frame was laid, in view pixels, unless it was turned. */
    Rectangle2D place() {
        return new Rectangle2D(getX(), getY(), getFitWidth(), getFitHeight());
    }

    /** Lays the frame where it belongs in the view as it is now. */
    void follow(View view) {
        if (frame == null) {
            return;
        }
        View own = frame.view();
        double stretch = own.unitsPerPixel() / view.unitsPerPixel();
        double left = view.viewX(own.centreX(), own.centreY()) - own.width() * stretch / 2;
        double top = view.viewY(own.centreX(), own.centreY()) - own.height() * stretch / 2;
        // about its middle
        setRotate(view.rotation() - own.rotation());
        boolean sameScale = own.unitsPerPixel() == view.unitsPerPixel() && own.rotation() == view.rotation();
        if (sameScale) {
            // a still or dragged map stays sharp: whole pixels, no stretching by rounding errors
            setX(Math.rint(left));
            setY(Math.rint(top));
            setFitWidth(frame.view().width());
            setFitHeight(frame.view().height());
        } else {
            setX(left);
            setY(top);
            setFitWidth(own.width() * stretch);
            setFitHeight(own.height() * stretch);
        }
        setSmooth(!sameScale);
    }
}
