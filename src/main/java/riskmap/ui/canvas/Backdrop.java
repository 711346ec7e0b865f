package riskmap.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/**
 * What lies under the newest picture of the map, for what that does not reach: the paper, and a wide picture on it. Only
 * strips along the sides of the view are laid out, four at the most: without a graphics card, filling all of the view with
 * white takes a third of the time that a frame lasts, and stretching a whole picture takes longer than a frame.
 */
final class Backdrop extends Group {
    private static final int SIDES = 4;

    private final List<Rectangle> papers = new ArrayList<>();
    private final List<Picture> strips = new ArrayList<>();
    /** Set with the first picture: before it white paper would be a flash in a dark window. */
    private boolean begun;

    Backdrop() {
        setManaged(false);
        setMouseTransparent(true);
        for (int i = 0; i < SIDES; i++) {
            // the map is paper in every theme: what is printed is what is seen
            Rectangle paper = new Rectangle(0, 0, Color.WHITE);
            paper.getStyleClass().add("paper");
            paper.setSmooth(false);
            papers.add(paper);
            strips.add(new Picture());
        }
        getChildren().addAll(papers);
        getChildren().addAll(strips);
    }

    /** The frame it shows, null before the first. */
    Frame frame() {
        return strips.get(0).frame();
    }

    void show(Frame next) {
        strips.get(0).show(next);
        strips.forEach(strip -> strip.share(strips.get(0)));
    }

    /** Lays the frame where it belongs in the view as it is now, around the picture over it. */
    void follow(View view, Picture over) {
        Frame covering = over.frame();
        begun |= covering != null || frame() != null;
        boolean whole = covering == null || turned(covering, view) || frame() != null && turned(frame(), view);
        if (whole) {
            cut(0, 0, 0, view.width(), view.height());
            for (int i = 1; i < SIDES; i++) {
                cut(i, 0, 0, 0, 0);
            }
            // a clip would be turned with it
            strips.get(0).setClip(null);
        } else {
            around(view, over.place());
        }
        strips.stream().filter(Picture::isVisible).forEach(strip -> strip.follow(view));
    }

    private void around(View view, Rectangle2D over) {
        // what the picture covers only in part of a pixel is laid under it
        double left = within(Math.ceil(over.getMinX()), view.width());
        double right = within(Math.floor(over.getMaxX()), view.width());
        double top = within(Math.ceil(over.getMinY()), view.height());
        double bottom = within(Math.floor(over.getMaxY()), view.height());
        if (left >= right || top >= bottom) {
            top = view.height();
            bottom = view.height();
        }
        cut(0, 0, 0, view.width(), top);
        cut(1, 0, bottom, view.width(), view.height() - bottom);
        cut(2, 0, top, left, bottom - top);
        cut(3, right, top, view.width() - right, bottom - top);
    }

    private void cut(int number, double x, double y, double width, double height) {
        boolean any = width > 0 && height > 0;
        Rectangle paper = papers.get(number);
        paper.setVisible(any && begun);
        // a pixel under the picture as well, whose edge may lie inside a pixel of the screen
        paper.setX(x - 1);
        paper.setY(y - 1);
        paper.setWidth(width + 2);
        paper.setHeight(height + 2);
        Picture strip = strips.get(number);
        strip.setVisible(any);
        strip.setClip(new Rectangle(x, y, width, height));
    }

    private static boolean turned(Frame frame, View view) {
        return frame.view().rotation() != view.rotation();
    }

    private static double within(double value, double size) {
        return Math.max(0, Math.min(size, value));
    }
}
