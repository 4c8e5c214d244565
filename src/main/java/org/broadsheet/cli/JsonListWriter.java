package org.broadsheet.cli;

import java.io.PrintStream;
import org.broadsheet.subscriber.ListedSubscription;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A JSON array with an object on each line; what is not known is left out. */
final class JsonListWriter implements ListWriter {
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final PrintStream out;
    private String before = "[\n";

    JsonListWriter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void write(ListedSubscription subscription) {
        ObjectNode node = mapper.createObjectNode();
        node.put("email", subscription.email());
        subscription.name().ifPresent(name -> node.put("name", name));
        node.put("newsletter", subscription.newsletter());
        node.put("state", subscription.state());
        node.put("since", subscription.since().toString());
        node.put("source", subscription.source());
        subscription.reason().ifPresent(reason -> node.put("reason", reason));
        out.print(before + mapper.writeValueAsString(node));
        before = ",\n";
    }

    @Override
    public void close() {
        out.println(before.startsWith("[") ? "[]" : "\n]");
    }
}
