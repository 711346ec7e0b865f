package riskmap.app.demo;

import riskmap.geo.raster.GridGeometry;

/** Numbers at the centres of a lattice's cells, read anywhere in between. */
final class Surface {
    final GridGeometry geometry;
    final float[] values;

    Surface(GridGeometry geometry, float[] values) {
        this.geometry = geometry;
        this.values = values;
    }

    Surface(GridGeometry geometry) {
        this(geometry, new float[geometry.cellCount()]);
    }

    float cell(int column, int row) {
        int c = Math.min(Math.max(column, 0), geometry.width() - 1);
        int r = Math.min(Math.max(row, 0), geometry.height() - 1);
        return values[r * geometry.width() + c];
    }

    /** Bilinear between cell centres; beyond the border the border's value goes on. */
    double linear(double x, double y) {
        double gx = (x - geometry.minX()) / geometry.cellWidth() - 0.5;
        double gy = (geometry.maxY() - y) / geometry.cellHeight() - 0.5;
        double floorX = Math.floor(gx);
        double floorY = Math.floor(gy);
        int column = (int) floorX;
        int row = (int) floorY;
        double u = gx - floorX;
        double v = gy - floorY;
        double north = cell(column, row) * (1 - u) + cell(column + 1, row) * u;
        double south = cell(column, row + 1) * (1 - u) + cell(column + 1, row + 1) * u;
        return north * (1 - v) + south * v;
    }

    /** Cubic B-spline: twice smooth, never above or below its 16 neighbours, softens peaks a little. */
    double smooth(double x, double y) {
        double gx = (x - geometry.minX()) / geometry.cellWidth() - 0.5;
        double gy = (geometry.maxY() - y) / geometry.cellHeight() - 0.5;
        double floorX = Math.floor(gx);
        double floorY = Math.floor(gy);
        double u = gx - floorX;
        double v = gy - floorY;
        double sum = 0;
        for (int j = -1; j <= 2; j++) {
            double line = 0;
            for (int i = -1; i <= 2; i++) {
                line += weight(i, u) * cell((int) floorX + i, (int) floorY + j);
            }
            sum += weight(j, v) * line;
        }
        return sum;
    }

    private static double weight(int offset, double t) {
        double d = Math.abs(t - offset);
        return d < 1 ? (4 - 6 * d * d + 3 * d * d * d) / 6 : (2 - d) * (2 - d) * (2 - d) / 6;
    }
}
