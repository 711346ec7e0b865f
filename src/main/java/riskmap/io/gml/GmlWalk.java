package riskmap.io.gml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import riskmap.io.XmlPull;

/** Goes through a GML file from feature to feature, into collections within collections too. */
final class GmlWalk {
    private static final Set<String> MEMBERS = Set.of("featureMember", "featureMembers", "member", "members");
    private static final Set<String> COLLECTIONS = Set.of("FeatureCollection", "Tuple");

    private final XmlPull xml;
    private final Deque<Integer> members = new ArrayDeque<>();
    private String srsName;
    private boolean gml;

    GmlWalk(XmlPull xml) {
        this.xml = xml;
    }

    /** Goes to the beginning of the next feature, which is to be read to its end; false when there is none. */
    boolean next() {
        while (xml.next()) {
            if (!xml.isStart()) {
                if (!members.isEmpty() && xml.depth() < members.peek()) {
                    members.pop();
                }
            } else if (MEMBERS.contains(xml.name())) {
                gml = true;
                members.push(xml.depth());
            } else if (!members.isEmpty() && xml.depth() == members.peek() + 1 && !COLLECTIONS.contains(xml.name())) {
                return true;
            } else if (xml.isStart("Envelope") || xml.isStart("Box")) {
                srsName = xml.attribute("srsName");
            } else {
                gml |= COLLECTIONS.contains(xml.name());
            }
        }
        return false;
    }

    /** The {@code srsName} of the collection's bounds, for features that have none; may be null. */
    String srsName() {
        return srsName;
    }

    /** Whether anything was met that makes a file GML with features. */
    boolean isGml() {
        return gml;
    }
}
