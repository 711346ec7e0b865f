package riskmap.ui;

import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.PointQuery;

/**
 * A hand that is quick: the mouse leaps to some pixels before its goal and walks only the rest. Walking all the way
 * over the screen is two hundred waits, which were a third of the time of the tests of the window.
 */
public final class QuickRobot extends FxRobot {
    /** Pixels that are walked: more than a drag needs to be one. */
    private static final double WALK = 12;

    @Override
    public FxRobot moveTo(PointQuery goal, Motion motion) {
        leap(goal);
        return super.moveTo(goal, motion);
    }

    @Override
    public FxRobot clickOn(PointQuery goal, Motion motion, MouseButton... buttons) {
        leap(goal);
        return super.clickOn(goal, motion, buttons);
    }

    @Override
    public FxRobot doubleClickOn(PointQuery goal, Motion motion, MouseButton... buttons) {
        leap(goal);
        return super.doubleClickOn(goal, motion, buttons);
    }

    @Override
    public FxRobot drag(PointQuery from, MouseButton... buttons) {
        leap(from);
        return super.drag(from, buttons);
    }

    @Override
    public FxRobot dropTo(PointQuery goal) {
        leap(goal);
        return super.dropTo(goal);
    }

    private void leap(PointQuery goal) {
        Point2D from = robotContext().getBaseRobot().retrieveMouse();
        Point2D to = goal.query();
        double way = from.distance(to);
        if (way > WALK) {
            robotContext().getMouseRobot().moveNoWait(to.interpolate(from, WALK / way));
        }
    }
}
