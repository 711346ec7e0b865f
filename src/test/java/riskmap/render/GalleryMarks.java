package riskmap.render;

import java.util.List;

/** Marks that go by the names that QGIS writes. */
final class GalleryMarks {
    private GalleryMarks() {}

    static void addTo(StyleGallery gallery) {
        gallery.marks(
                "marks-of-qgis",
                List.of(
                        "octagon",
                        "decagon",
                        "equilateral_triangle",
                        "cross_fill",
                        "star_diamond",
                        "semi_circle",
                        "half_square",
                        "trapezium",
                        "horline",
                        "vertline",
                        "slash",
                        "backslash",
                        "filled_arrowhead",
                        "line",
                        "cross2",
                        "shape://backslash"));
        gallery.marks(
                "more-marks-of-qgis",
                List.of(
                        "arrowhead",
                        "third_circle",
                        "quarter_circle",
                        "diagonal_half_square",
                        "left_half_triangle",
                        "right_half_triangle",
                        "square_with_corners"));
    }
}
