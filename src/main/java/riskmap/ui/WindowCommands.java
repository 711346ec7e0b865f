package riskmap.ui;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import riskmap.ui.canvas.MapViewModel;
import riskmap.ui.command.Command;

/** Every command of the window, each with its accelerator and what must be given for it. */
final class WindowCommands {
    final Command open;
    final Command demo;
    final Command importFile;
    final Command exportLayer;
    final Command closeProject;
    final Command print;
    final Command layout;
    final Command report;
    final Command preferences;
    final Command exit;
    final Command zoomIn;
    final Command zoomOut;
    final Command zoomWhole;
    final Command back;
    final Command forth;
    final Command zoomLayer;
    final Command zoomSelection;
    final Command refresh;
    final Command theme;
    final Command language;
    final Command layersPanel;
    final Command tablesPanel;
    final Command sidePanel;
    final Command pan;
    final Command identify;
    final Command distance;
    final Command area;
    final Command unselect;
    final Command table;
    final Command style;
    final Command showAll;
    final Command hideAll;
    final Command layerUp;
    final Command layerDown;
    final Command risk;
    final Command runs;
    final Command checks;
    final Command query;
    final Command toolbox;
    final Command toolHistory;
    final Command about;

    private final WindowViewModel model;

    WindowCommands(WindowViewModel model, WindowActions actions) {
        this.model = model;
        MapViewModel map = model.map();
        open = Command.of("open", MaterialDesignF.FOLDER_OPEN_OUTLINE, "Shortcut+O", actions::openProject);
        demo = Command.of("demo", MaterialDesignM.MAP_PLUS, "Shortcut+Shift+O", actions::openDemo);
        importFile = importing(actions);
        exportLayer =
                project("export", MaterialDesignD.DATABASE_EXPORT_OUTLINE, "Shortcut+Shift+E", actions::exportLayer);
        closeProject = project(Command.of("close", MaterialDesignC.CLOSE, "Shortcut+W", model::closeProject));
        print = project(Command.of("print", MaterialDesignP.PRINTER_OUTLINE, "Shortcut+P", actions::print));
        layout = project("layout", MaterialDesignP.PALETTE_SWATCH_OUTLINE, "Shortcut+Alt+P", actions::editLayout);
        report = project("report", MaterialDesignF.FILE_DOCUMENT_OUTLINE, "Shortcut+Shift+P", actions::report);
        preferences =
                Command.of("preferences", MaterialDesignC.COG_OUTLINE, "Shortcut+COMMA", actions::showPreferences);
        exit = Command.of("exit", MaterialDesignE.EXIT_TO_APP, "Shortcut+Q", actions::exit);
        zoomIn = project("zoom-in", MaterialDesignM.MAGNIFY_PLUS_OUTLINE, "Shortcut+EQUALS", () -> map.zoomBy(2));
        zoomOut = project("zoom-out", MaterialDesignM.MAGNIFY_MINUS_OUTLINE, "Shortcut+MINUS", () -> map.zoomBy(0.5));
        zoomWhole = project(Command.of("zoom-whole", MaterialDesignA.ARROW_EXPAND_ALL, "Shortcut+0", map::zoomToWhole));
        back = Command.of("back", MaterialDesignA.ARROW_LEFT, "Alt+LEFT", map::back)
                .onlyIf(map.canGoBack(), "ui.why-no-previous");
        forth = Command.of("forth", MaterialDesignA.ARROW_RIGHT, "Alt+RIGHT", map::forth)
                .onlyIf(map.canGoForth(), "ui.why-no-next");
        zoomLayer = layer("zoom-layer", MaterialDesignM.MAGNIFY_SCAN, "Shortcut+L", model::zoomTo);
        zoomSelection = selection(Command.of(
                "zoom-selection", MaterialDesignI.IMAGE_FILTER_CENTER_FOCUS, "Shortcut+J", actions::zoomToSelection));
        refresh = project(Command.of("refresh", MaterialDesignR.REFRESH, "F5", actions::refresh));
        theme = Command.of("theme", MaterialDesignT.THEME_LIGHT_DARK, "Shortcut+Shift+D", actions::switchTheme);
        language = Command.of("language", MaterialDesignT.TRANSLATE, "Shortcut+Shift+L", actions::switchLanguage);
        layersPanel = Command.toggle("layers-panel", MaterialDesignD.DOCK_LEFT, "F7", model.layersShown());
        tablesPanel = Command.toggle("tables-panel", MaterialDesignD.DOCK_BOTTOM, "F8", model.tablesShown());
        sidePanel = Command.toggle("side-panel", MaterialDesignD.DOCK_RIGHT, "F9", model.sideShown());
        pan = tool("pan", MaterialDesignH.HAND_BACK_RIGHT_OUTLINE, "Shortcut+1", Tool.PAN);
        identify = tool("identify", MaterialDesignI.INFORMATION_OUTLINE, "Shortcut+2", Tool.IDENTIFY);
        distance = tool("distance", MaterialDesignR.RULER, "Shortcut+3", Tool.DISTANCE);
        area = tool("area", MaterialDesignV.VECTOR_POLYGON, "Shortcut+4", Tool.AREA);
        unselect = selection(
                Command.of("unselect", MaterialDesignS.SELECTION_REMOVE, "Shortcut+Shift+A", model::clearSelection));
        table = layer("table", MaterialDesignT.TABLE, "F6", model::openTable);
        style = styling(actions);
        showAll = project(Command.of("show-all", MaterialDesignE.EYE_OUTLINE, null, () -> showAll(true)));
        hideAll = project(Command.of("hide-all", MaterialDesignE.EYE_OFF_OUTLINE, null, () -> showAll(false)));
        layerUp = layer(Command.of("layer-up", MaterialDesignA.ARROW_UP, "Alt+UP", () -> shift(true)));
        layerDown = layer(Command.of("layer-down", MaterialDesignA.ARROW_DOWN, "Alt+DOWN", () -> shift(false)));
        risk = project(Command.of("risk", MaterialDesignS.SHIELD_ALERT_OUTLINE, "Shortcut+R", actions::runRisk));
        toolbox = project(Command.of("toolbox", MaterialDesignT.TOOLBOX_OUTLINE, "Shortcut+T", actions::showToolbox))
                .onlyIf(writable(), "ui.why-read-only");
        query = project("query", MaterialDesignD.DATABASE_SEARCH, "F3", actions::showQuery);
        toolHistory = project(Command.of("tool-history", MaterialDesignH.HISTORY, null, actions::showToolRuns));
        runs = project(Command.of("runs", MaterialDesignH.HISTORY, "Shortcut+H", actions::showRuns));
        checks = project(
                Command.of("checks", MaterialDesignC.CLIPBOARD_CHECK_OUTLINE, "Shortcut+Shift+Q", actions::showChecks));
        about = Command.of("about", MaterialDesignH.HELP_CIRCLE_OUTLINE, "F1", actions::about);
    }

    /** All of them, for accelerators and tests. */
    List<Command> all() {
        return Stream.of(
                        List.of(
                                open,
                                demo,
                                importFile,
                                exportLayer,
                                closeProject,
                                print,
                                layout,
                                report,
                                preferences,
                                exit),
                        List.of(zoomIn, zoomOut, zoomWhole, back, forth, zoomLayer, zoomSelection, refresh),
                        List.of(theme, language, layersPanel, tablesPanel, sidePanel),
                        List.of(pan, identify, distance, area, unselect),
                        List.of(
                                table,
                                style,
                                showAll,
                                hideAll,
                                layerUp,
                                layerDown,
                                risk,
                                runs,
                                checks,
                                query,
                                toolbox,
                                toolHistory,
                                about))
                .flatMap(List::stream)
                .toList();
    }

    private void showAll(boolean visible) {
        model.layers().setAllVisible(visible);
    }

    private void shift(boolean up) {
        model.layers().shift(model.layers().selected().get(), up);
    }

    private Command styling(WindowActions actions) {
        return layer("style", MaterialDesignP.PALETTE_OUTLINE, "F4", actions::editStyle)
                .onlyIf(writable(), "ui.why-read-only");
    }

    private Command importing(WindowActions actions) {
        return project(Command.of("import", MaterialDesignD.DATABASE_IMPORT_OUTLINE, "Shortcut+I", actions::importFile))
                .onlyIf(writable(), "ui.why-read-only");
    }

    private Command checks(WindowActions actions) {
        return project(
                Command.of("checks", MaterialDesignC.CLIPBOARD_CHECK_OUTLINE, "Shortcut+Shift+Q", actions::showChecks));
    }

    private Command project(String id, Ikon icon, String keys, Runnable action) {
        return project(Command.of(id, icon, keys, action));
    }

    private Command project(Command command) {
        return command.onlyIf(model.project().workspace().isNotNull(), "ui.why-no-project");
    }

    /** Does something with the id of the layer the user works with. */
    private Command layer(String id, Ikon icon, String keys, Consumer<String> action) {
        return layer(Command.of(
                id, icon, keys, () -> action.accept(model.layers().selected().get())));
    }

    private Command layer(Command command) {
        return project(command).onlyIf(model.layers().selected().isNotNull(), "ui.why-no-layer");
    }

    private Command selection(Command command) {
        BooleanBinding some = Bindings.createBooleanBinding(
                () -> !model.highlight().get().selected().isEmpty()
                        || !model.highlight().get().pointedAt().isEmpty(),
                model.highlight());
        return project(command).onlyIf(some, "ui.why-no-selection");
    }

    private BooleanBinding writable() {
        return Bindings.createBooleanBinding(
                () -> model.project().workspace().get() == null
                        || !model.project().workspace().get().isReadOnly(),
                model.project().workspace());
    }

    private Command tool(String id, org.kordamp.ikonli.Ikon icon, String keys, Tool tool) {
        return project(Command.choice(id, icon, keys, model.tool(), tool));
    }
}
