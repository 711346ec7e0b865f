package riskmap.ui;

import riskmap.app.project.Workspace;
import riskmap.app.style.MapColours;
import riskmap.map.MapDocument;
import riskmap.print.ChartColours;
import riskmap.ui.project.ProjectViewModel;

/** The colours of charts in the window: those beside the map of the open project as it is drawn now. */
final class MapChartColours {
    private MapChartColours() {}

    /** Those of a project; the usual ones once it is closed, as its panels still hear of another language. */
    static ChartColours of(ProjectViewModel open, Workspace workspace) {
        // the map as it is drawn: what the project keeps of it follows a moment later
        MapDocument drawn = open.document().get();
        return workspace != null && drawn != null && open.workspace().get() == workspace
                ? MapColours.beside(workspace, drawn, null)
                : ChartColours.USUAL;
    }
}
