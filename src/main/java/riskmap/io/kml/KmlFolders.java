package riskmap.io.kml;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.io.ColumnNames;
import riskmap.io.ImportLog;
import riskmap.io.Place;
import riskmap.io.SourceFiles;
import riskmap.io.ValueKind;
import riskmap.io.XmlPull;
import riskmap.io.XmlSource;

/** What a first pass over a KML file finds out: its folders, the columns and geometry types of each, what is not read. */
final class KmlFolders {
    private static final Set<String> NOT_READ =
            Set.of("GroundOverlay", "ScreenOverlay", "PhotoOverlay", "NetworkLink", "Model", "Tour");

    private final Map<Integer, Folder> folders = new LinkedHashMap<>();
    private final Map<String, Integer> notRead = new TreeMap<>();
    private String fallback = "";

    /** Placemarks of one folder or document, not those of folders in it. */
    static final class Folder {
        final int number;
        final Map<String, ValueKind> columns = new LinkedHashMap<>();
        final Set<String> geometryTypes = new TreeSet<>();
        private String name;
        private long placemarks;

        Folder(int number, String name) {
            this.number = number;
            this.name = name;
        }

        long placemarks() {
            return placemarks;
        }

        private void add(KmlPlacemark placemark) {
            placemarks++;
            placemark.values().forEach((key, value) -> columns.merge(key, ValueKind.ofText(value), ValueKind::with));
            Geometry geometry = placemark.geometry();
            if (geometry != null) {
                geometryTypes.add(geometry.getGeometryType());
            }
        }
    }

    static KmlFolders scan(XmlSource source) {
        KmlFolders result = new KmlFolders();
        result.fallback = SourceFiles.baseName(source.file());
        try (XmlPull xml = source.open()) {
            Walk walk = new Walk(xml);
            while (walk.next()) {
                if (walk.isPlacemark()) {
                    Folder folder = result.folder(walk);
                    folder.add(KmlPlacemark.read(xml, new ImportLog(), Place.file()));
                } else if (walk.isSchemaField()) {
                    // a column that no placemark fills is still one, of a table without rows too
                    result.folder(walk).columns.putIfAbsent(xml.attribute("name"), ValueKind.NOTHING);
                } else if (xml.isStart() && NOT_READ.contains(xml.name())) {
                    result.notRead.merge(xml.name(), 1, Integer::sum);
                    xml.skip();
                }
            }
        } catch (IOException e) {
            throw SourceFiles.unreadable(source.file(), e);
        }
        result.settle();
        return result;
    }

    private Folder folder(Walk walk) {
        Folder folder = folders.computeIfAbsent(walk.number(), number -> new Folder(number, walk.name()));
        if (folder.name.isEmpty()) {
            folder.name = walk.name();
        }
        return folder;
    }

    /** Schemas stand in the document, not in the folder that uses them: their columns go to the only folder there is. */
    private void settle() {
        List<Folder> filled = folders.values().stream()
                .filter(folder -> folder.placemarks > 0)
                .toList();
        if (filled.size() == 1) {
            Map<String, ValueKind> all = new LinkedHashMap<>();
            folders.values()
                    .forEach(folder -> folder.columns.keySet().forEach(key -> all.putIfAbsent(key, ValueKind.NOTHING)));
            all.forEach((key, kind) -> filled.get(0).columns.putIfAbsent(key, kind));
        }
        if (!filled.isEmpty()) {
            folders.values().removeIf(folder -> folder.placemarks == 0);
        } else if (folders.isEmpty()) {
            folders.put(0, new Folder(0, ""));
        } else {
            Folder first = folders.values().iterator().next();
            folders.values().removeIf(folder -> folder != first);
        }
        ColumnNames taken = new ColumnNames(List.of());
        for (Folder folder : folders.values()) {
            String own = folders.size() == 1 || folder.name.isBlank() ? fallback : folder.name.strip();
            folder.name = taken.take(own);
        }
    }

    List<String> names() {
        return folders.values().stream().map(folder -> folder.name).toList();
    }

    Folder folder(String name) {
        return folders.values().stream()
                .filter(folder -> folder.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What the file holds beside placemarks. */
    List<Message> notices() {
        return notRead.entrySet().stream()
                .map(entry -> Message.of("io.kml-not-read", entry.getKey(), Integer.toString(entry.getValue())))
                .toList();
    }

    /** Goes through the elements of a file and knows in which folder each stands. */
    static final class Walk {
        private final XmlPull xml;
        private final Deque<Integer> open = new ArrayDeque<>(List.of(0));
        private final Deque<String> names = new ArrayDeque<>(List.of(""));
        private final Deque<Integer> depths = new ArrayDeque<>(List.of(0));
        private int count;

        Walk(XmlPull xml) {
            this.xml = xml;
        }

        boolean next() {
            if (!xml.next()) {
                return false;
            }
            boolean container = xml.name().equals("Folder") || xml.name().equals("Document");
            if (xml.isStart() && container) {
                open.push(++count);
                names.push("");
                depths.push(xml.depth());
            } else if (container && open.size() > 1) {
                open.pop();
                names.pop();
                depths.pop();
            } else if (xml.isStart("name") && xml.depth() == depths.peek() + 1) {
                names.pop();
                names.push(xml.text());
            }
            return true;
        }

        boolean isPlacemark() {
            return xml.isStart("Placemark");
        }

        boolean isSchemaField() {
            return (xml.isStart("SimpleField") || xml.isStart("SimpleArrayField")) && xml.attribute("name") != null;
        }

        int number() {
            return open.peek();
        }

        String name() {
            return names.peek();
        }
    }
}
