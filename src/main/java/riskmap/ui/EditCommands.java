package riskmap.ui;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import riskmap.base.Message;
import riskmap.data.GeometryKind;
import riskmap.ui.command.Command;
import riskmap.ui.edit.EditActions;
import riskmap.ui.edit.EditDesk;
import riskmap.ui.edit.EditHindrance;
import riskmap.ui.edit.EditHistory;
import riskmap.ui.edit.FeatureClipboard;
import riskmap.ui.edit.SelectionMode;

/** Every command of selecting and editing, each with its accelerator and what must be given for it. */
final class EditCommands {
    private static final Set<GeometryKind> LINES_AND_AREAS = Set.of(GeometryKind.LINE, GeometryKind.POLYGON);
    private static final Set<GeometryKind> ALL =
            Set.of(GeometryKind.POINT, GeometryKind.LINE, GeometryKind.POLYGON, GeometryKind.NONE);

    final Command undo;
    final Command redo;
    final Command history;
    final Command checkpoint;
    final Command select;
    final Command selectArea;
    final Command selectFreehand;
    final Command selectRadius;
    final Command selectBy;
    final Command selectNear;
    final List<Command> modes;
    final Command selectAll;
    final Command invert;
    final Command draw;
    final Command rectangle;
    final Command circle;
    final Command addPart;
    final Command vertex;
    final Command move;
    final Command rotate;
    final Command reshape;
    final Command split;
    final Command cutHole;
    final Command fillHole;
    final Command fillNew;
    final Command merge;
    final Command combine;
    final Command explode;
    final Command reverse;
    final Command cut;
    final Command copy;
    final Command paste;
    final Command delete;
    final Command snapping;
    final Command orthogonal;
    final Command fixedLength;
    final Command trace;
    final Command topology;
    final Command avoidOverlap;

    private final WindowViewModel model;
    private final EditDesk desk;
    private final MapTools tools;
    private final EditHindrance hindrance;

    EditCommands(WindowViewModel model, EditDesk desk, MapTools tools, EditDialogs dialogs) {
        this.model = model;
        this.desk = desk;
        this.tools = tools;
        hindrance = new EditHindrance(desk);
        EditActions actions = new EditActions(desk);
        FeatureClipboard clipboard = new FeatureClipboard(desk);
        undo = undo();
        redo = redo();
        history = writing(Command.of("history", MaterialDesignH.HISTORY, "Alt+Y", dialogs::showHistory));
        checkpoint = writing(
                Command.of("checkpoint", MaterialDesignC.CONTENT_SAVE_OUTLINE, "Shortcut+S", dialogs::saveCheckpoint));
        select = tool("select", MaterialDesignC.CURSOR_DEFAULT_CLICK_OUTLINE, "Alt+S", Tool.SELECT);
        selectArea = tool("select-area", MaterialDesignS.SELECTION_DRAG, "Alt+A", Tool.SELECT_AREA);
        selectFreehand = tool("select-freehand", MaterialDesignL.LASSO, "Alt+Z", Tool.SELECT_FREEHAND);
        selectRadius = tool("select-radius", MaterialDesignR.RADIUS_OUTLINE, "Alt+B", Tool.SELECT_RADIUS);
        selectNear = layer(
                Command.of("select-near", MaterialDesignM.MAP_MARKER_RADIUS, "Shortcut+Shift+F", dialogs::selectNear));
        modes = Stream.of(SelectionMode.values()).map(this::mode).toList();
        selectBy = layer(Command.of("select-by", MaterialDesignF.FILTER_OUTLINE, "Shortcut+F", dialogs::selectBy));
        selectAll = layer(Command.of("select-all", MaterialDesignS.SELECT_ALL, "Shortcut+A", actions::selectAll));
        invert = layer(Command.of("invert", MaterialDesignS.SELECT_INVERSE, "Shortcut+Shift+I", actions::invert));
        draw = tool("draw", MaterialDesignV.VECTOR_POLYLINE_PLUS, "Alt+D", Tool.DRAW);
        rectangle = tool("rectangle", MaterialDesignV.VECTOR_RECTANGLE, "Alt+R", Tool.RECTANGLE);
        circle = tool("circle", MaterialDesignV.VECTOR_CIRCLE_VARIANT, "Alt+C", Tool.CIRCLE);
        addPart = tool("add-part", MaterialDesignS.SHAPE_POLYGON_PLUS, "Alt+P", Tool.ADD_PART);
        vertex = tool("vertex", MaterialDesignV.VECTOR_POLYLINE_EDIT, "Alt+V", Tool.VERTEX);
        move = tool("move", MaterialDesignC.CURSOR_MOVE, "Alt+M", Tool.MOVE);
        rotate = tool("rotate", MaterialDesignR.ROTATE_RIGHT, "Alt+O", Tool.ROTATE);
        reshape = tool("reshape", MaterialDesignV.VECTOR_CURVE, "Alt+E", Tool.RESHAPE);
        split = tool("split", MaterialDesignB.BOX_CUTTER, "Alt+X", Tool.SPLIT);
        cutHole = tool("cut-hole", MaterialDesignV.VECTOR_DIFFERENCE_BA, "Alt+H", Tool.CUT_HOLE);
        fillHole = tool("fill-hole", MaterialDesignF.FORMAT_COLOR_FILL, "Alt+F", Tool.FILL_HOLE);
        fillNew = tool("fill-new", MaterialDesignP.PUZZLE_PLUS_OUTLINE, "Alt+N", Tool.FILL_NEW);
        merge = several(Command.of("merge", MaterialDesignV.VECTOR_UNION, "Alt+U", actions::merge));
        combine = several(Command.of("combine", MaterialDesignV.VECTOR_COMBINE, null, actions::combine));
        explode = selected(
                Command.of("explode", MaterialDesignV.VECTOR_POLYLINE_REMOVE, null, actions::explode), LINES_AND_AREAS);
        reverse = selected(
                Command.of("reverse", MaterialDesignS.SWAP_HORIZONTAL, null, actions::reverse),
                Set.of(GeometryKind.LINE));
        cut = selected(Command.of("cut", MaterialDesignC.CONTENT_CUT, "Shortcut+X", clipboard::cut), ALL);
        copy = Command.of("copy", MaterialDesignC.CONTENT_COPY, "Shortcut+C", clipboard::copy)
                .hinderedBy(from(() -> hindrance.selectedToRead().orElse(null)));
        paste = Command.of("paste", MaterialDesignC.CONTENT_PASTE, "Shortcut+V", clipboard::paste)
                .hinderedBy(from(() -> hindrance.drawing().orElse(null)));
        delete = selected(Command.of("delete", MaterialDesignD.DELETE_OUTLINE, "DELETE", actions::delete), ALL);
        BooleanProperty snaps = desk.snappingSettings().on();
        snapping = Command.toggle("snapping", MaterialDesignM.MAGNET, "Alt+G", snaps);
        orthogonal = Command.toggle(
                "orthogonal", MaterialDesignA.ANGLE_RIGHT, "Alt+Q", desk.aids().orthogonal());
        fixedLength = fixedLength(dialogs);
        trace = Command.toggle(
                "trace", MaterialDesignM.MAP_MARKER_PATH, "Alt+W", desk.aids().tracing());
        topology = Command.toggle("topology", MaterialDesignV.VECTOR_LINK, "Alt+T", desk.topology());
        avoidOverlap =
                Command.toggle("avoid-overlap", MaterialDesignV.VECTOR_INTERSECTION, "Alt+L", desk.avoidOverlap());
    }

    /** One of the modes is always on. */
    private Command mode(SelectionMode mode) {
        String id = "mode-" + mode.name().toLowerCase(java.util.Locale.ROOT);
        return Command.choice(id, MaterialDesignS.SELECT_COMPARE, null, desk.selectionMode(), mode);
    }

    private Command fixedLength(EditDialogs dialogs) {
        BooleanProperty fixed = desk.aids().fixedLength();
        fixed.addListener((property, before, now) -> {
            if (now) {
                dialogs.askLength(desk.aids());
            }
        });
        return Command.toggle("fixed-length", MaterialDesignR.RULER, "Alt+K", fixed);
    }

    /** All of them, for accelerators and tests. */
    List<Command> all() {
        return Stream.of(
                        List.of(undo, redo, history, checkpoint),
                        List.of(
                                select,
                                selectArea,
                                selectFreehand,
                                selectRadius,
                                selectBy,
                                selectNear,
                                selectAll,
                                invert),
                        modes,
                        List.of(draw, rectangle, circle, addPart, vertex, move, rotate, reshape, split),
                        List.of(cutHole, fillHole, fillNew, merge, combine, explode, reverse),
                        List.of(cut, copy, paste, delete),
                        List.of(snapping, trace, orthogonal, fixedLength, topology, avoidOverlap))
                .flatMap(List::stream)
                .toList();
    }

    /** Undo takes back the last vertex of a sketch first, then the last step. */
    private Command undo() {
        Runnable action = () -> {
            if (!desk.takeBack()) {
                model.editing().undo();
            }
        };
        return Command.of("undo", MaterialDesignU.UNDO, "Shortcut+Z", action)
                .hinderedBy(from(() -> isSketching()
                        ? null
                        : hindrance
                                .writing()
                                .or(() -> hindrance.unless(edits().undo() != null, "ui.why-nothing-to-undo"))
                                .orElse(null)))
                .named(from(() -> isSketching()
                        ? Message.of("ui.command.undo-vertex")
                        : edits().undo() == null ? null : Message.of("ui.command.undo-step", edits().undo())));
    }

    private Command redo() {
        return Command.of("redo", MaterialDesignR.REDO, "Shortcut+Y", model.editing()::redo)
                .hinderedBy(from(() -> hindrance
                        .writing()
                        .or(() -> hindrance.unless(edits().redo() != null, "ui.why-nothing-to-redo"))
                        .orElse(null)))
                .named(from(() -> edits().redo() == null ? null : Message.of("ui.command.redo-step", edits().redo())));
    }

    private boolean isSketching() {
        return desk.sketch().get() != null && !desk.sketch().get().isEmpty();
    }

    private EditHistory edits() {
        return model.editing().history().get();
    }

    private Command writing(Command command) {
        return command.hinderedBy(from(() -> hindrance.writing().orElse(null)));
    }

    private Command layer(Command command) {
        return command.hinderedBy(from(() -> hindrance.layer().orElse(null)));
    }

    private Command selected(Command command, Set<GeometryKind> kinds) {
        return command.hinderedBy(from(() -> hindrance.selected(kinds, 1).orElse(null)));
    }

    private Command several(Command command) {
        return command.hinderedBy(
                from(() -> hindrance.selected(LINES_AND_AREAS, 2).orElse(null)));
    }

    private Command tool(String id, Ikon icon, String keys, Tool tool) {
        return Command.choice(id, icon, keys, model.tool(), tool).hinderedBy(from(() -> tools.hindrance(tool)));
    }

    /** A value that is worked out anew whenever project, layer, selection, sketch or history changes. */
    private ObjectBinding<Message> from(Supplier<Message> value) {
        return Bindings.createObjectBinding(
                value::get,
                model.project().workspace(),
                model.editing().layer(),
                model.editing().history(),
                model.selection().all(),
                desk.sketch());
    }
}
