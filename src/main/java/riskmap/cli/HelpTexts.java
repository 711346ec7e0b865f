package riskmap.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ResourceBundle;
import riskmap.base.Message;

/**
 * Gives picocli its help texts from our bundle: {@code cli.command-<name>} for a command, {@code cli.option-<key>} for an
 * option or parameter, {@code cli.heading-<part>} for the headings.
 */
final class HelpTexts extends ResourceBundle {
    private static final String COMMAND = "cli.command-";
    private static final String OPTION = "cli.option-";
    private static final String HEADING = "cli.heading-";

    private final Map<String, String> texts = new LinkedHashMap<>();

    HelpTexts() {
        for (String key : Message.keys("cli")) {
            String text = Message.of(key).text();
            if (key.startsWith(COMMAND)) {
                String name = key.substring(COMMAND.length());
                String qualified = name.equals("riskmap") ? name : "riskmap." + name;
                texts.put(qualified + ".usage.description", text.replace("%", "%%"));
            } else if (key.startsWith(OPTION)) {
                texts.put(key.substring(OPTION.length()), text.replace("%", "%%"));
            } else if (key.startsWith(HEADING)) {
                texts.put("usage." + key.substring(HEADING.length()), text);
            }
        }
    }

    @Override
    protected Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}
