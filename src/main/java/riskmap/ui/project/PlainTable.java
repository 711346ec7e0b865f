package riskmap.ui.project;

import java.util.List;
import java.util.Optional;
import riskmap.app.project.Workspace;
import riskmap.data.LayerKind;
import riskmap.data.Title;

/**
 * A table of the project without geometry, which no map can show.
 *
 * @param name in the file
 * @param known the catalogue's title, if it knows the table
 */
public record PlainTable(String name, Optional<Title> known) {
    /** Those of a project; reads the file. */
    static List<PlainTable> of(Workspace workspace) {
        return workspace.plainTables().stream()
                .map(name -> new PlainTable(name, workspace.kind(name).map(LayerKind::title)))
                .toList();
    }

    /** The title in the language in use. */
    public String text() {
        return known.map(Title::text).orElse(name);
    }
}
