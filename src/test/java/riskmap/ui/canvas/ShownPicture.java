package riskmap.ui.canvas;

/** What the map view shows, for tests of the window. */
public final class ShownPicture {
    private ShownPicture() {}

    /** The pixels of the last finished picture. */
    public static int[] pixels(MapView map) {
        return map.shown().get().pixels().clone();
    }

    /** Whether the last finished picture shows this view and no other is being drawn. */
    public static boolean isOf(MapView map, View view) {
        return map.shown().get() != null
                && map.shown().get().view().equals(view)
                && !map.drawing().get();
    }

    /** Calls a listener on the window's thread with every finished picture. */
    public static void onShown(MapView map, Runnable listener) {
        map.shown().addListener((property, before, now) -> listener.run());
    }
}
