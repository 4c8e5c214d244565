package org.broadsheet.cli;

import java.io.PrintStream;
import org.broadsheet.subscriber.ListedSubscription;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** A JSON array with an object for each subscription; what is not known is left out. */
final class JsonListWriter implements ListWriter {
    private final PrintStream out;
    private final JsonGenerator json;

    JsonListWriter(PrintStream out) {
        this.out = out;
        JsonMapper mapper = JsonMapper.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        this.json = mapper.createGenerator(out);
        json.writeStartArray();
    }

    @Override
    public void write(ListedSubscription subscription) {
        json.writeRaw("\n");
        json.writeStartObject();
        json.writeStringProperty("email", subscription.email());
        subscription.name().ifPresent(name -> json.writeStringProperty("name", name));
        json.writeStringProperty("newsletter", subscription.newsletter());
        json.writeStringProperty("state", subscription.state());
        json.writeStringProperty("since", subscription.since().toString());
        json.writeStringProperty("source", subscription.source());
        subscription.reason().ifPresent(reason -> json.writeStringProperty("reason", reason));
        json.writeEndObject();
    }

    @Override
    public void close() {
        json.writeEndArray();
        json.close();
        out.println();
    }
}
