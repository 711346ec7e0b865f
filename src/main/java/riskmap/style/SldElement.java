package riskmap.style;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * An element of a style document: what was looked at is marked, so that what nobody looked at can be reported. Names
 * are local names; namespaces are not compared, because programs disagree about them.
 */
final class SldElement {
    private final String name;
    private final int line;
    private final Map<String, String> attributes;
    /** Text and elements in document order. */
    private final List<Object> content = new ArrayList<>();

    /** What the program that wrote the document says it could not write here. */
    private final List<String> lost = new ArrayList<>();

    private boolean used;
    private final Set<String> usedAttributes = new HashSet<>();

    SldElement(String name, int line, Map<String, String> attributes) {
        this.name = name;
        this.line = line;
        this.attributes = attributes;
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    /** Text of a {@code CDATA} section, in which every blank counts. */
    record Exact(String text) {}

    void add(SldElement child) {
        content.add(child);
    }

    void add(Exact text) {
        content.add(text);
    }

    /** Adds text, which a reader may bring in pieces. */
    void add(String text) {
        int last = content.size() - 1;
        if (last >= 0 && content.get(last) instanceof String before) {
            content.set(last, before + text);
        } else {
            content.add(text);
        }
    }

    void addLost(String what) {
        lost.add(what);
    }

    /** What the program that wrote the document says it could not write here, marked as looked at. */
    List<String> lost() {
        List<String> result = List.copyOf(lost);
        lost.clear();
        return result;
    }

    /** Reports what could not be written and nobody looked at, of this element and of all in it. */
    void reportLost(BiConsumer<SldElement, String> report) {
        lost.forEach(what -> report.accept(this, what));
        for (Object part : content) {
            if (part instanceof SldElement element) {
                element.reportLost(report);
            }
        }
    }

    /** An attribute by local name, or null. */
    String attribute(String attribute) {
        usedAttributes.add(attribute);
        return attributes.get(attribute);
    }

    /** Text, also {@link Exact}, and elements in document order; marks the elements as looked at. */
    List<Object> content() {
        elements();
        return content;
    }

    /** All child elements, marked as looked at. */
    List<SldElement> elements() {
        List<SldElement> result = new ArrayList<>();
        for (Object part : content) {
            if (part instanceof SldElement element) {
                element.used = true;
                result.add(element);
            }
        }
        return result;
    }

    /** The child elements of a name, marked as looked at. */
    List<SldElement> elements(String wanted) {
        List<SldElement> result = new ArrayList<>();
        for (Object part : content) {
            if (part instanceof SldElement element && element.name.equals(wanted)) {
                element.used = true;
                result.add(element);
            }
        }
        return result;
    }

    /** The first child element of a name, or null. */
    SldElement element(String wanted) {
        for (Object part : content) {
            if (part instanceof SldElement element && element.name.equals(wanted)) {
                element.used = true;
                return element;
            }
        }
        return null;
    }

    /** The trimmed text of this element without its children. */
    String text() {
        StringBuilder result = new StringBuilder();
        for (Object part : content) {
            if (part instanceof String text) {
                result.append(text);
            } else if (part instanceof Exact exact) {
                result.append(exact.text());
            }
        }
        return result.toString().trim();
    }

    /** The trimmed text of a child element, or null when there is none. */
    String text(String child) {
        SldElement element = element(child);
        return element == null ? null : element.text();
    }

    /** Says it is not to be reported although nobody reads it. */
    void ignore() {
        used = true;
        usedAttributes.addAll(attributes.keySet());
        elements().forEach(SldElement::ignore);
    }

    /** Reports the attributes that nobody asked for, of this element and of those in it that were looked at. */
    void reportUnusedAttributes(BiConsumer<SldElement, String> report) {
        attributes.keySet().stream()
                .filter(name -> !usedAttributes.contains(name))
                .sorted()
                .forEach(name -> report.accept(this, name));
        for (Object part : content) {
            if (part instanceof SldElement element && element.used) {
                element.reportUnusedAttributes(report);
            }
        }
    }

    /** Reports the topmost elements that nobody looked at. */
    void reportUnused(Consumer<SldElement> report) {
        for (Object part : content) {
            if (part instanceof SldElement element) {
                if (element.used) {
                    element.reportUnused(report);
                } else {
                    report.accept(element);
                }
            }
        }
    }
}
