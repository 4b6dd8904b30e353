package dev.runnel.server.cluster;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.cache.Members;
import dev.runnel.cache.StateStore;
import dev.runnel.cache.View;
import dev.runnel.journal.RouterBrief;
import dev.runnel.server.journal.Lives;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which routers there are, as JSON.
 *
 * @param router the one that tells
 * @param routers as the journal has them, if it answered
 * @param store what is shared, and with whom
 */
record ClusterDocument(
    String router, Lives lives, Optional<List<RouterBrief>> routers, StateStore store) {

  private static final JsonFactory JSON = new JsonFactory();

  private static final double MILLIS = 1_000;

  byte[] json() {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("router", router);
      journal(out);
      cache(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a document could not be written to memory", e);
    }
    return bytes.toByteArray();
  }

  private void journal(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("journal");
    out.writeBooleanField("reachable", routers.isPresent() && lives.areHeard());
    if (routers.isPresent()) {
      out.writeArrayFieldStart("routers");
      for (RouterBrief each : routers.get()) {
        out.writeStartObject();
        out.writeStringField("name", each.name());
        out.writeNumberField("epoch", each.epoch());
        out.writeBooleanField("member", each.isMember());
        out.writeNumberField("lease", each.lease().toMillis() / MILLIS);
        out.writeNumberField("runs", each.runs());
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  private void cache(JsonGenerator out) throws IOException {
    Members members = store.members();
    Map<String, Double> suspicion = members.suspicion();
    View now = members.view();
    out.writeObjectFieldStart("cache");
    StandingText standing = StandingText.of(store.standing());
    out.writeStringField("state", standing.word());
    if (standing.reason().isPresent()) {
      out.writeStringField("reason", standing.reason().get());
    }
    out.writeStringField("self", members.self());
    out.writeArrayFieldStart("members");
    for (String name : now.members()) {
      out.writeStartObject();
      out.writeStringField("name", name);
      out.writeBooleanField("coordinator", name.equals(now.coordinator()));
      Double phi = suspicion.get(name);
      if (phi != null && Double.isFinite(phi)) {
        out.writeNumberField("phi", phi);
      }
      out.writeEndObject();
    }
    out.writeEndArray();
    views(members, out);
    out.writeEndObject();
  }

  private static void views(Members members, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("views");
    for (View view : members.history()) {
      out.writeStartObject();
      out.writeNumberField("number", view.number());
      out.writeStringField("since", view.since().toString());
      out.writeArrayFieldStart("members");
      for (String name : view.members()) {
        out.writeString(name);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
