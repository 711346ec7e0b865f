package riskmap.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import riskmap.base.Message;
import riskmap.ui.canvas.MapTool;
import riskmap.ui.canvas.MapView;
import riskmap.ui.canvas.MeasureTool;
import riskmap.ui.canvas.PanTool;
import riskmap.ui.canvas.PointTool;
import riskmap.ui.edit.EditTools;
import riskmap.ui.edit.SketchTool;

/** What each tool of the window does on the map. */
final class MapTools {
    private final Map<Tool, MapTool> tools = new EnumMap<>(Tool.class);

    MapTools(WindowViewModel model, MapView map, EditTools edit, Consumer<DoubleConsumer> askRadius) {
        tools.put(Tool.PAN, new PanTool(model.map()));
        tools.put(Tool.IDENTIFY, new PointTool((x, y) -> model.identifyAt(map.viewport(), x, y)));
        tools.put(Tool.DISTANCE, new MeasureTool(map, false, model.tasks()::say));
        tools.put(Tool.AREA, new MeasureTool(map, true, model.tasks()::say));
        tools.put(Tool.SELECT, edit.select());
        tools.put(Tool.SELECT_AREA, edit.selectArea());
        tools.put(Tool.SELECT_FREEHAND, edit.selectFreehand());
        tools.put(Tool.SELECT_RADIUS, edit.selectRadius(askRadius));
        tools.put(Tool.DRAW, edit.draw());
        tools.put(Tool.RECTANGLE, edit.rectangle());
        tools.put(Tool.CIRCLE, edit.circle());
        tools.put(Tool.ADD_PART, edit.addPart());
        tools.put(Tool.VERTEX, edit.vertex());
        tools.put(Tool.MOVE, edit.move());
        tools.put(Tool.ROTATE, edit.rotate());
        tools.put(Tool.RESHAPE, edit.reshape());
        tools.put(Tool.SPLIT, edit.split());
        tools.put(Tool.CUT_HOLE, edit.cutHole());
        tools.put(Tool.FILL_HOLE, edit.fillHole());
        tools.put(Tool.FILL_NEW, edit.fillNew());
    }

    MapTool of(Tool tool) {
        return tools.get(tool);
    }

    /** Why a tool is of no use now; null when it is. */
    Message hindrance(Tool tool) {
        return tools.get(tool) instanceof SketchTool sketching
                ? Optional.of(sketching).flatMap(SketchTool::hindrance).orElse(null)
                : null;
    }
}
